using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>One unit with its people and accounts, including those of merged records.</summary>
public sealed class SeeUnit(Door door)
{
    /// <param name="RowVersion">The unit's version.</param>
    public sealed record Answer(
        Facts Unit,
        string KindName,
        string Place,
        string? Street,
        IReadOnlyList<PostRow> Posts,
        IReadOnlyList<AccountRow> Accounts,
        long RowVersion
    )
    {
        /// <summary>The survivor shown in lists instead of this record.</summary>
        public Other? MergedInto { get; init; }

        /// <summary>The unit of which it became a part.</summary>
        public Other? AbsorbedBy { get; init; }
        public IReadOnlyList<Other> Duplicates { get; init; } = [];

        /// <summary>Where it was, the latest first; one row when it never moved.</summary>
        public IReadOnlyList<ResidenceRow> Residences { get; init; } = [];

        /// <summary>The kind as named by the district, in the current language.</summary>
        public string KindText => DistrictUnitKind.Say(Unit.Kind, KindName);
    }

    public sealed record Facts(
        Guid Id,
        string Name,
        string? ShortName,
        Guid KindId,
        UnitKind Kind,
        Guid PlaceId,
        string? SuperiorOrganization,
        PartyOrganizationKind PartyOrganization,
        string? Address,
        bool ShowsPersonalNames,
        Guid? LiaisonOfficerId,
        string? Remark,
        DateOnly? EndedOn,
        UnitEndReason? EndReason
    )
    {
        public required string DisplayName { get; init; }
        public required bool IsListed { get; init; }
        public required bool ResidesToday { get; init; }

        /// <inheritdoc cref="ResidentUnit.WithholdsNames"/>
        public required bool WithholdsNames { get; init; }

        internal static Facts Of(ResidentUnit unit, DateOnly today) =>
            new(
                unit.Id,
                unit.Name,
                unit.ShortName,
                unit.KindId,
                unit.Kind,
                unit.PlaceId,
                unit.SuperiorOrganization,
                unit.PartyOrganization,
                unit.Address,
                unit.ShowsPersonalNames,
                unit.LiaisonOfficerId,
                unit.Remark,
                unit.EndedOn,
                unit.EndReason
            )
            {
                DisplayName = unit.DisplayName,
                IsListed = unit.IsListed,
                ResidesToday = unit.ResidesOn(today),
                WithholdsNames = unit.WithholdsNames,
            };
    }

    public sealed record Other(Guid Id, string Name, long RowVersion);

    public sealed record ResidenceRow(string Place, string? Street, DateOnly? From, DateOnly? Until);

    /// <param name="Mobile">Masked; so is the e-mail address.</param>
    public sealed record PostRow(
        Guid PostId,
        Guid PersonId,
        string Name,
        string Title,
        bool IsSecretary,
        bool IsLiaisonOfficer,
        string? Mobile,
        string? Email,
        DateOnly From,
        DateOnly? Until,
        bool IsCurrent,
        long PersonVersion
    );

    public sealed record AccountRow(Guid Id, string Login, string DisplayName, DateTimeOffset? ClosedAt);

    public async Task<Answer> AskAsync(Scope scope, Guid unitId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeUnits, ct);
        var found =
            await db
                .Units.AsNoTracking()
                .Where(u => u.Id == unitId)
                .Join(db.Places, u => u.PlaceId, p => p.Id, (u, p) => new { u, p })
                .Join(
                    db.UnitKinds,
                    x => x.u.KindId,
                    k => k.Id,
                    (x, k) =>
                        new
                        {
                            x.u,
                            x.p,
                            Kind = k.Name,
                        }
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotFound();
        var others = await db
            .Units.AsNoTracking()
            .Where(u => u.MergedIntoId == unitId || u.Id == found.u.MergedIntoId || u.Id == found.u.AbsorbedById)
            .OrderBy(u => u.SortKey)
            .ThenBy(u => u.Id)
            .Select(u => new { u.MergedIntoId, Row = new Other(u.Id, u.Name, u.RowVersion) })
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        var merged = db.Units.Where(u => u.MergedIntoId == unitId);
        var posts = await PeopleQueries
            .Posts(db)
            .AsNoTracking()
            .Where(h => h.Post.UnitId == unitId || merged.Any(u => u.Id == h.Post.UnitId))
            .Join(db.People, h => h.PersonId, p => p.Id, (h, p) => new { o = h.Post, p })
            .OrderBy(x => x.o.Until != null)
            .ThenByDescending(x => x.o.IsSecretary)
            .ThenByDescending(x => x.o.From)
            .ThenBy(x => x.o.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        var accounts = await db
            .Accounts.AsNoTracking()
            .Where(a => a.UnitId == unitId)
            .OrderBy(a => a.NormalizedLogin)
            .Select(a => new AccountRow(a.Id, a.Login, a.DisplayName, a.ClosedAt))
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return new Answer(
            Facts.Of(found.u, db.Today),
            found.Kind,
            found.p.Name,
            found.p.Level == PlaceLevel.Community ? found.p.ParentName : null,
            [
                .. posts.Select(x => new PostRow(
                    x.o.Id,
                    x.p.Id,
                    x.p.Name,
                    x.o.Title,
                    x.o.IsSecretary,
                    x.o.PersonId == found.u.LiaisonOfficerId || x.p.Id == found.u.LiaisonOfficerId,
                    Person.Mask(x.p.Mobile),
                    Person.MaskEmail(x.p.Email),
                    x.o.From,
                    x.o.Until,
                    x.o.IsOn(db.Today),
                    x.p.RowVersion
                )),
            ],
            accounts,
            found.u.RowVersion
        )
        {
            MergedInto = others.Find(o => o.Row.Id == found.u.MergedIntoId)?.Row,
            AbsorbedBy = others.Find(o => o.Row.Id == found.u.AbsorbedById)?.Row,
            Duplicates = [.. others.Where(o => o.MergedIntoId == unitId).Select(o => o.Row)],
            Residences = await ResidencesAsync(db, unitId, ct),
        };
    }

    private static async Task<IReadOnlyList<ResidenceRow>> ResidencesAsync(PortalDb db, Guid unitId, CancellationToken ct) =>
        await db
            .Residences.Lifted("where a unit within reach resided before it came")
            .AsNoTracking()
            .Known()
            .Where(r => r.UnitId == unitId)
            .Join(db.Places, r => r.PlaceId, p => p.Id, (r, p) => new { r, p })
            .OrderByDescending(x => x.r.From ?? DateOnly.MinValue)
            .ThenBy(x => x.r.Id)
            .Select(x => new ResidenceRow(x.p.Name, x.p.Level == PlaceLevel.Community ? x.p.ParentName : null, x.r.From, x.r.Until))
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
}
