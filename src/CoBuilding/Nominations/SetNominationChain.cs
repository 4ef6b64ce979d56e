using CoBuilding.Access;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>Sets which steps the district asks for before an appointment. Nominations under way continue from their state.</summary>
public sealed class SetNominationChain(Door door)
{
    public sealed record Form : WritingForm
    {
        public bool AsksConsent { get; set; }
        public bool AsksScreening { get; set; }
        public bool AsksApproval { get; set; }
        public bool AsksPublicity { get; set; }
        public int PublicityWorkdays { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.PublicityWorkdays).InclusiveBetween(1, 30);
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var chain = await db.NominationChains.SingleOrDefaultAsync(ct);
        if (chain is null)
            db.NominationChains.Add(chain = NominationChain.Customary);
        (chain.AsksConsent, chain.AsksScreening, chain.AsksApproval, chain.AsksPublicity, chain.PublicityWorkdays) = (
            form.AsksConsent,
            form.AsksScreening,
            form.AsksApproval,
            form.AsksPublicity,
            form.PublicityWorkdays
        );
        await db.CommitAsync(ct);
    }
}
