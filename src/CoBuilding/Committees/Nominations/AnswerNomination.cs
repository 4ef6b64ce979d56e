using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Nominations;

/// <summary>The unit says in the portal whether it agrees that one of its people is proposed; the host has asked, nobody must.</summary>
public sealed class AnswerNomination(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid NominationId { get; init; }
        public long Seen { get; init; }
        public bool? Agrees { get; set; }
        public bool PersonIsWilling { get; set; }

        /// <summary>Whom else the unit would name, or what the host should know.</summary>
        public string? Remark { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Agrees).NotNull();
                RuleFor(f => f.Remark).MaximumLength(500);
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerNomination, form, ct);
        var nomination = await PortalDb.FindAsync(db.Nominations, form.NominationId, ct);
        await db.ExpectAsync(nomination, form.Seen, ct);
        var (chain, note) = (await NominationChain.ReadAsync(db, ct), new StepNote(db.Today, db.Now, null, form.Remark.OrNull()));
        db.NominationSteps.Add(form.Agrees == true
            ? nomination.Consent(chain, form.PersonIsWilling, ConsentSource.UnitItself, note)
            : nomination.Decline(chain, ConsentSource.UnitItself, note));
        await db.CommitAsync(ct);
    }
}
