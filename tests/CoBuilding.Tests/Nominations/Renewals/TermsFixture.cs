using CoBuilding.Committees;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Seats;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Nominations.Renewals;

/// <summary>A committee whose term is about to end, and its renewal.</summary>
internal static class TermsFixture
{
    private static CancellationToken Ct => TestDistrict.Ct;

    public static async Task<(TestDistrict, Guid)> EstablishAsync(TestCluster cluster, int daysToTheEnd)
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var form = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigWorking,
            PlaceId = district.Street1.Id,
            Name = "东街道大工委",
            EstablishedOn = district.Today.AddYears(-3),
            TermEndsOn = district.Today.AddDays(daysToTheEnd),
        };
        await district.Use<EstablishCommittee>().RunAsync(district.Admin, form, Ct);
        return (district, form.CommitteeId);
    }

    /// <summary>Two members and a vacant seat.</summary>
    public static async Task<((Guid Seat, Guid Unit), (Guid Seat, Guid Unit))> RosterAsync(TestDistrict district, Guid committee)
    {
        var first = await district.MemberAsync(committee, district.Community1, "甲校");
        var second = await district.MemberAsync(committee, district.Community1, "乙校");
        await district
            .Use<AddSeat>()
            .RunAsync(
                district.Admin,
                new()
                {
                    CommitteeId = committee,
                    UnitId = await district.UnitAsync(district.Community1, "丙校"),
                    Title = "兼职委员",
                    From = district.Today.AddMonths(-6),
                },
                Ct
            );
        return ((first.Seat, first.Unit), (second.Seat, second.Unit));
    }

    public static async Task<Guid> OpenAsync(TestDistrict district, Guid committee, DateOnly? on = null)
    {
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = (await district.Use<SeeTerms>().AskAsync(district.Admin, committee, Ct)).RowVersion,
            On = on ?? district.Today,
        };
        await district.Use<OpenRenewal>().RunAsync(district.Admin, form, Ct);
        return form.RenewalId;
    }
}
