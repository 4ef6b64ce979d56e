using CoBuilding.Access;
using CoBuilding.Committees.CommitteeKinds;
using CoBuilding.Data;
using CoBuilding.Places;
using FluentValidation;

namespace CoBuilding.Committees;

/// <summary>Records that a place has established a committee.</summary>
public sealed class EstablishCommittee(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid CommitteeId { get; init; } = Guid.CreateVersion7();

        /// <summary>One of the district's own kinds.</summary>
        public Guid? KindId { get; set; }

        /// <summary>For whoever does not know the district's words: its kind that stands for this standard one.</summary>
        public CommitteeKind? Kind { get; init; }
        public Guid? PlaceId { get; set; }
        public string Name { get; set; } = "";
        public DateOnly? EstablishedOn { get; set; }
        public DateOnly? TermEndsOn { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                RuleFor(f => f.KindId).NotNull().When(f => f.Kind is null);
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
        var kind = await DistrictCommitteeKind.FindAsync(db, form.KindId, form.Kind, ct);
        if (kind.RetiredOn is not null) throw CommitteeKindsRules.KindIsRetired(kind.Said);
        if (kind.Level is { } level && place.Level != level) throw CommitteesRules.WrongLevel();
        db.Committees.Add(new Committee
        {
            Id = form.CommitteeId, KindId = kind.Id, Kind = kind.Kind, PlaceId = place.Id, Level = place.Level, Name = form.Name.Trim(),
            EstablishedOn = form.EstablishedOn!.Value, TermEndsOn = form.TermEndsOn,
        });
        await db.CommitAsync(ct);
    }
}
