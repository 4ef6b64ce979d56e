using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.People;

namespace CoBuilding.Demo;

/// <summary>
/// Other events of a street's big working committee: cross-appointments in units' Party organizations, standing
/// alternates, and a unit with a new secretary whose seat is not handed over yet.
/// </summary>
internal sealed class SeatEventsStory(
    DemoUser user,
    StorySchedule storySchedule,
    Guid committee,
    IReadOnlyDictionary<DemoUnit, Guid> units,
    IReadOnlyDictionary<DemoPerson, Guid> people
)
{
    /// <param name="members">The units with a seat, in the order of the roster.</param>
    /// <param name="officers">The street's people who may go to a unit.</param>
    public void Plan(IReadOnlyList<DemoUnit> members, IReadOnlyList<DemoPerson> officers, SeededRandom random)
    {
        var hosts = members.Where(u => u.Party != PartyOrganizationKind.None).Take(5).ToList();
        foreach (var (unit, n) in hosts.Select((u, n) => (u, n)))
        {
            var officer = officers[n % officers.Count];
            // The first expires soon, the second ended recently, the third is in mid-term, the fourth and fifth are undecided.
            var (ago, steps) = n switch
            {
                0 => (330, 3),
                1 => (300, 4),
                2 => (200, 3),
                3 => (25, 1),
                _ => (6, 0),
            };
            At(
                ago,
                ct => AppointAsync(unit, officer, steps, n == 0 ? storySchedule.Today.AddDays(40) : storySchedule.Today.AddYears(2), ct)
            );
        }
        foreach (var unit in members.Where(u => u is { Liaison: not null, Kind: not UnitKind.Military }).Take(3))
            At(120, ct => NameAlternateAsync(unit, ct));
        var changed = members.Last(u => u.Kind != UnitKind.Military);
        var secretary = DemoPerson.Draw(random, changed.Head.Title);
        At(
            4,
            ct =>
                user.DoAsync<EnterPerson>(
                    (enter, who) =>
                        enter.RunAsync(
                            who,
                            new()
                            {
                                UnitId = units[changed],
                                Name = secretary.Name,
                                Title = secretary.Title,
                                Mobile = secretary.Mobile,
                                IsSecretary = true,
                            },
                            ct
                        ),
                    ct
                )
        );
    }

    private void At(int ago, Func<CancellationToken, Task> happens) =>
        storySchedule.At(ChinaTime.At(StorySchedule.Workday(storySchedule.Today.AddDays(-ago)), new TimeOnly(14, 20)), happens);

    private async Task AppointAsync(DemoUnit unit, DemoPerson officer, int steps, DateOnly plannedUntil, CancellationToken ct)
    {
        var proposal = new ProposeCrossAppointment.Form
        {
            UnitId = units[unit],
            CommitteeId = committee,
            PersonId = people[officer],
            On = storySchedule.Clock.GetUtcNow().ChinaDate(),
            Title = unit.Party == PartyOrganizationKind.Committee ? "党委兼职委员" : "党组织兼职副书记",
        };
        await user.DoAsync<ProposeCrossAppointment>((propose, who) => propose.RunAsync(who, proposal, ct), ct);
        var row = proposal.CrossAppointmentId;
        foreach (
            var (step, days) in new[]
            {
                (CrossState.Studied, 9),
                (CrossState.Approved, 16),
                (CrossState.InOffice, 22),
                (CrossState.Ended, 280),
            }.Take(steps)
        )
        {
            var form = new RecordCrossAppointmentStep.Form
            {
                CrossAppointmentId = row,
                ExpectedVersion = 1,
                Step = step,
                On = StorySchedule.Workday(proposal.On!.Value.AddDays(days)),
                PlannedUntil = step == CrossState.InOffice ? plannedUntil : null,
                Confirmation = step == CrossState.Approved ? Confirmation.Approval : null,
                Reason = step == CrossState.Ended ? EndReason.PostChanged : null,
                ToldBy = unit.Liaison?.Name,
            };
            row = form.NewRowId;
            storySchedule.At(
                ChinaTime.At(form.On.Value, new TimeOnly(15, 30)),
                later => user.DoAsync<RecordCrossAppointmentStep>((record, who) => record.RunAsync(who, form, later), later)
            );
        }
    }

    private async Task NameAlternateAsync(DemoUnit unit, CancellationToken ct)
    {
        var roster = await user.AskAsync<SeeRoster, SeeRoster.Answer>((see, who) => see.AskAsync(who, committee, null, null, ct), ct);
        if (roster.Rows.FirstOrDefault(r => r.UnitId == units[unit]) is not { } seat)
            return;
        await user.DoAsync<NameAlternate>(
            (name, who) =>
                name.RunAsync(
                    who,
                    new()
                    {
                        SeatId = seat.SeatId,
                        ExpectedVersion = seat.RowVersion,
                        PersonId = people[unit.Liaison!],
                        From = roster.On,
                        ToldBy = unit.Liaison!.Name,
                    },
                    ct
                ),
            ct
        );
    }
}
