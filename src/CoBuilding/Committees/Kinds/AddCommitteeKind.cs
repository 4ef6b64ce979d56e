using CoBuilding.Access;
using CoBuilding.Places;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Kinds;

/// <summary>Adds a kind of committee to the district's own, after the others.</summary>
public sealed class AddCommitteeKind(Door door)
{
    public sealed record Form : CommitteeKindFields
    {
        public Guid KindId { get; init; } = Guid.CreateVersion7();

        /// <summary>The standard kind that it stands for.</summary>
        public CommitteeKind? Kind { get; set; } = CommitteeKind.Own;

        /// <summary>Where the standard kind leaves it free; null: any.</summary>
        public PlaceLevel? Level { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.Kind).NotNull();
            }
        }
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kind = new DistrictCommitteeKind
        {
            Id = form.KindId,
            Kind = form.Kind!.Value,
            Level = StandardCommitteeKinds.LevelOf(form.Kind.Value) ?? form.Level,
            Name = "",
            ConvenerTitle = "",
            DeputyTitle = "",
            MemberTitle = "",
            Ordinal = await db.CommitteeKinds.MaxAsync(k => k.Ordinal, ct) + 1,
        };
        form.WriteTo(kind);
        db.CommitteeKinds.Add(kind);
        await db.CommitAsync(ct);
    }
}
