using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Committees;

/// <summary>Records that a place has established a committee. Each place has one of a kind at a time.</summary>
public sealed class EstablishCommittee(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CommitteeId { get; init; } = Guid.CreateVersion7();
        public CommitteeKind? Kind { get; set; }
        public Guid? PlaceId { get; set; }
        public string Name { get; set; } = "";
        public DateOnly? EstablishedOn { get; set; }
        public DateOnly? TermEndsOn { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.Kind).NotNull();
                RuleFor(f => f.PlaceId).NotNull();
                RuleFor(f => f.Name).NotEmpty().MaximumLength(100);
                RuleFor(f => f.EstablishedOn).NotNull();
                RuleFor(f => f.TermEndsOn).GreaterThan(f => f.EstablishedOn).When(f => f.TermEndsOn is not null && f.EstablishedOn is not null)
                    .WithMessage(_ => Texts.Wording.T("Committees.TermAfterEstablishment"));
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepCommittees, form, ct);
        var place = await PortalDb.FindAsync(db.Places, form.PlaceId!.Value, ct);
        if (place.Level != form.Kind!.Value.Level()) throw CommitteesRules.WrongLevel();
        db.Committees.Add(new Committee
        {
            Id = form.CommitteeId, Kind = form.Kind.Value, PlaceId = place.Id, Name = form.Name.Trim(), EstablishedOn = form.EstablishedOn!.Value,
            TermEndsOn = form.TermEndsOn,
        });
        await db.CommitAsync(ct);
    }
}
