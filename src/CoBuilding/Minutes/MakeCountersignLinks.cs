using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>Creates a new link for each addressee of the minutes; it ends with the term. Only hashes are stored.</summary>
public sealed class MakeCountersignLinks(Door door)
{
    public sealed record Form : WritingForm
    {
        public Guid MinutesId { get; init; }

        /// <summary>Those that have not answered; otherwise all.</summary>
        public bool OnlyUnanswered { get; init; }

        internal sealed class Shape : AbstractValidator<Form>
        {
            public Shape() => RuleFor(f => f.MinutesId).NotEmpty();
        }
    }

    public sealed record Made(Guid CountersignId, string Unit, Addressee Addressee, string Name, string Token);

    public async Task<IReadOnlyList<Made>> RunAsync(Scope scope, Form form, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.ManageMinutes, form, ct);
        var minutes = await PortalDb.FindAsync(db.Minutes, form.MinutesId, ct);
        minutes.ExpectAsking(db.Today);
        if (form.OnlyUnanswered)
            await Reminder.CheckHourAsync(db, ct);
        var asked = await db
            .Countersigns.AsNoTracking()
            .Where(c =>
                c.MinutesId == minutes.Id && c.CountersignRound == minutes.CountersignRound && (!form.OnlyUnanswered || c.Answer == null)
            )
            .Join(
                Countersigns.Units(db),
                c => c.UnitId,
                u => u.Id,
                (c, u) =>
                    new
                    {
                        c.Id,
                        c.UnitId,
                        u.Name,
                    }
            )
            .OrderBy(x => x.Id)
            .ToListAsync(ct);
        var addressees = await UnitRepresentatives.AddresseesAsync(db, [.. asked.Select(a => a.UnitId)], minutes.CommitteeId, ct);
        List<Made> made = [];
        foreach (var unit in asked)
        foreach (var unitAddressee in addressees[unit.UnitId])
        {
            var token = Secrets.Make();
            db.Links.Add(
                new Link
                {
                    TokenHash = Secrets.Hash(token),
                    Right = Right.CountersignMinutes,
                    SubjectId = unit.Id,
                    WithinId = minutes.Id,
                    Addressee = unitAddressee.Addressee,
                    PersonId = unitAddressee.Id,
                    PlaceId = minutes.PlaceId,
                    UnitId = unit.UnitId,
                    MadeAt = db.Now,
                    ExpiresAt = Countersigns.EndOf(minutes),
                }
            );
            made.Add(new Made(unit.Id, unit.Name, unitAddressee.Addressee, unitAddressee.Name, token));
        }
        await db.CommitAsync(ct);
        return made;
    }
}
