using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.ProofRoom.Noticeboard;

/// <summary>The notices of bodies that a person looks after, within reach.</summary>
internal sealed class NoticeHoldings : IPersonHoldings
{
    public int Position => 200;

    public async Task<IReadOnlyList<PersonHolding>> OfAsync(PortalDb db, Guid[] people, CancellationToken ct)
    {
        var kept = await db
            .Notices.AsNoTracking()
            .Where(n => n.PersonId != null && people.Contains(n.PersonId.Value))
            .Join(db.Committees, n => n.CommitteeId, c => c.Id, (n, c) => new { n, Committee = c.Name })
            .OrderByDescending(x => x.n.HungAt)
            .ThenBy(x => x.n.Id)
            .Take(ListQuestion.LargestPage)
            .ToListAsync(ct);
        return
        [
            .. kept.Select(x => new PersonHolding(
                "Noticeboard.LooksAfter",
                x.n.PlaceId,
                x.n.CommitteeId!.Value,
                x.Committee,
                x.n.Title,
                null,
                x.n.HungAt.ChinaDate(),
                x.n.HangsUntil.AddDays(1),
                null
            )),
        ];
    }
}
