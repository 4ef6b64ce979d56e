using CoBuilding.Committees;
using CoBuilding.Committees.Seats;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Committees.Seats;

/// <summary>What the administrator does to a seat on its page, as it stands then.</summary>
internal static class SeatActs
{
    private static CancellationToken Ct => TestDistrict.Ct;

    /// <summary>The earliest first.</summary>
    public static async Task<IReadOnlyList<SeeSeatTerms.Term>> TermsOfSeatAsync(this TestDistrict district, Guid seat) =>
        [.. (await SeeAsync(district, seat)).Terms.OrderBy(t => t.From)];

    public static async Task<long> VersionOfSeatAsync(this TestDistrict district, Guid seat) => (await SeeAsync(district, seat)).RowVersion;

    public static async Task EndTermAsync(this TestDistrict district, Guid seat, DateOnly on) =>
        await district
            .Use<EndAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await district.VersionOfSeatAsync(seat),
                    On = on,
                    Reason = EndReason.Other,
                },
                Ct
            );

    public static async Task AppointAsync(this TestDistrict district, Guid seat, Guid person, DateOnly from, string? quotaReason = null) =>
        await district
            .Use<AppointMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await district.VersionOfSeatAsync(seat),
                    PersonId = person,
                    From = from,
                    QuotaReason = quotaReason,
                },
                Ct
            );

    public static async Task ReplaceAsync(this TestDistrict district, Guid seat, Guid person, DateOnly from) =>
        await district
            .Use<ReplaceMember>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await district.VersionOfSeatAsync(seat),
                    PersonId = person,
                    From = from,
                    Reason = EndReason.PostChanged,
                },
                Ct
            );

    /// <summary>The latest term was another person's, or lasted from another day until another.</summary>
    public static async Task CorrectAsync(this TestDistrict district, Guid seat, Func<SeeSeatTerms.Term, SeeSeatTerms.Term> facts)
    {
        var term = (await district.TermsOfSeatAsync(seat))[^1];
        var right = facts(term);
        await district
            .Use<CorrectAppointment>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await district.VersionOfSeatAsync(seat),
                    AppointmentId = term.AppointmentId,
                    PersonId = right.PersonId,
                    From = right.From,
                    Until = right.Until,
                    EndReason = right.EndReason,
                    Reason = "登记有误",
                },
                Ct
            );
    }

    public static async Task NameAlternateAsync(this TestDistrict district, Guid seat, Guid person, DateOnly from) =>
        await district
            .Use<NameAlternate>()
            .RunAsync(
                district.Admin,
                new()
                {
                    SeatId = seat,
                    ExpectedVersion = await district.VersionOfSeatAsync(seat),
                    PersonId = person,
                    From = from,
                },
                Ct
            );

    private static Task<SeeSeatTerms.Answer> SeeAsync(TestDistrict district, Guid seat) =>
        district.Use<SeeSeatTerms>().AskAsync(district.Admin, seat, Ct);
}
