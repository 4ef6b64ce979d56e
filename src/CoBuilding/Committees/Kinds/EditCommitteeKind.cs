using CoBuilding.Access;
using CoBuilding.Data;
using FluentValidation;

namespace CoBuilding.Committees.Kinds;

/// <summary>Changes the name, titles, term, range and position of a kind of committee.</summary>
public sealed class EditCommitteeKind(Door door)
{
    public sealed record Form : CommitteeKindFields
    {
        public Guid KindId { get; init; }
        public long ExpectedVersion { get; init; }
        public int Ordinal { get; set; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape()
            {
                Check(this);
                RuleFor(f => f.Ordinal).InclusiveBetween(1, 999);
            }
        }

        /// <summary>As the kind is now.</summary>
        public static Form Of(DistrictCommitteeKind kind, long version) =>
            new()
            {
                KindId = kind.Id,
                ExpectedVersion = version,
                Ordinal = kind.Ordinal,
                Name = kind.Name,
                ConvenerTitle = kind.ConvenerTitle,
                DeputyTitle = kind.DeputyTitle,
                MemberTitle = kind.MemberTitle,
                TermYears = kind.TermYears,
                Min = kind.Min,
                Max = kind.Max,
                RequiresReason = kind.RequiresReason,
                WarnsEven = kind.WarnsEven,
            };
    }

    public async Task RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageSettings, form, ct);
        var kind = await PortalDb.FindAsync(db.CommitteeKinds, form.KindId, ct);
        await db.ExpectAsync(kind, form.ExpectedVersion, ct);
        form.WriteTo(kind);
        kind.Ordinal = form.Ordinal;
        await db.CommitAsync(ct);
    }
}
