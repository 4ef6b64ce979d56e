using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Rosters;

/// <summary>A seat with a holder, days that pass, and corrections of what was recorded.</summary>
internal static class TimelineFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Guid)> StartAsync(TestCluster cluster)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-1),
            TermEndsOn = district.Today.AddMonths(3),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }

    public static async Task NextDayAsync(TestDistrict district)
    {
        district.Clock.Advance(TimeSpan.FromDays(1));
        await district.RenewAdminAsync();
    }

    /// <param name="term">Which one, the latest first.</param>
    public static async Task CorrectAsync(
        TestDistrict district,
        Guid seat,
        Func<CorrectAppointment.Form, CorrectAppointment.Form> change,
        int term = 0
    )
    {
        var terms = await district.Use<SeeSeatTerms>().AskAsync(district.Admin, seat, Ct);
        var its = terms.Terms[term];
        await district
            .Use<CorrectAppointment>()
            .RunAsync(
                district.Admin,
                change(
                    new CorrectAppointment.Form
                    {
                        SeatId = seat,
                        ExpectedVersion = terms.RowVersion,
                        AppointmentId = its.AppointmentId,
                        PersonId = its.PersonId,
                        From = its.From,
                        Until = its.Until,
                        EndReason = its.EndReason,
                        LetterNumber = its.LetterNumber,
                        Reason = "录错",
                    }
                ),
                Ct
            );
    }

    public static Task<SeeRoster.Answer> RosterAsync(TestDistrict district, Guid committee, DateOnly on, DateOnly? known) =>
        district.Use<SeeRoster>().AskAsync(district.Admin, committee, on, known, Ct);
}
