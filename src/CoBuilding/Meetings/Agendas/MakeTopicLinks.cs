using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Agendas;

/// <summary>
/// Creates a new link for each seat asked for topics: for the unit's liaison officer where there is one, for the holder otherwise. After
/// the deadline it shows the answers, until the last day of the meeting.
/// </summary>
public sealed class MakeTopicLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid PlanId { get; init; }
    }

    public sealed record Made(Guid CallId, string? Unit, Addressee Addressee, string Name, string Token);

    public async Task<IReadOnlyList<Made>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.CallMeetings, form, ct);
        var plan = await PortalDb.FindAsync(db.MeetingPlans, form.PlanId, ct);
        plan.CheckCollecting(db.Now);
        var (units, people, holders) = (db.Units, db.People, UnitRepresentatives.HoldersToday(db));
        var asked = await db
            .TopicCalls.AsNoTracking()
            .Where(c => c.PlanId == plan.Id)
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.UnitId,
                Unit = units.Where(u => u.Id == c.UnitId).Select(u => u.Name).FirstOrDefault(),
                Liaison = units
                    .Where(u => u.Id == c.UnitId)
                    .Join(people, u => u.LiaisonOfficerId, p => p.Id, (u, p) => new { p.Id, p.Name })
                    .FirstOrDefault(),
                Holder = holders
                    .Where(a => a.SeatId == c.SeatId)
                    .Join(people, a => a.PersonId, p => p.Id, (a, p) => new { p.Id, p.Name })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        List<Made> made = [];
        foreach (var one in asked.Where(a => a.Holder is not null))
        {
            var (addressee, person) = one.Liaison is { } liaison ? (Addressee.LiaisonOfficer, liaison) : (Addressee.Holder, one.Holder!);
            var token = Secrets.Make();
            db.Links.Add(
                new Link
                {
                    TokenHash = Secrets.Hash(token),
                    Right = Right.ProposeTopics,
                    SubjectId = one.Id,
                    WithinId = plan.Id,
                    Addressee = addressee,
                    PersonId = person.Id,
                    PlaceId = plan.PlaceId,
                    UnitId = one.UnitId,
                    MadeAt = db.Now,
                    ExpiresAt = plan.LinksEnd,
                }
            );
            made.Add(new Made(one.Id, one.Unit, addressee, person.Name, token));
        }
        await db.CommitAsync(ct);
        return made;
    }
}
