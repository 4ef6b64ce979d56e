using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Words;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Meetings.Attendance;

public class SeeAttendanceSettingsTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Substitutes_are_free_leave_is_reported_and_no_quorum_is_needed_until_the_district_sets_its_own()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var customary = await SeeAsync(district);
        Assert.Equal((SubstitutePolicy.Free, false, Quorum.Off), (customary.Substitutes, customary.AsksLeave, customary.Quorum));
        Assert.Empty(customary.Kinds);

        await district
            .Use<SetAttendance>()
            .RunAsync(district.Admin, new() { Substitutes = SubstitutePolicy.AllowedWithApproval, AsksLeave = true }, Ct);
        await SetAsync(district, new() { QuorumRule = QuorumRule.TwoThirds, CountsSubstitutes = true });

        var own = await SeeAsync(district);
        Assert.Equal(
            (SubstitutePolicy.AllowedWithApproval, true, new Quorum(QuorumRule.TwoThirds, null, true)),
            (own.Substitutes, own.AsksLeave, own.Quorum)
        );
        Assert.Empty(own.Kinds);
    }

    [Fact]
    public async Task The_kinds_with_a_rule_of_their_own_stand_in_order_beside_the_rule_for_all_and_those_that_lost_it_are_gone()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        await SetAsync(district, new() { Kind = MeetingKind.Plenary, QuorumRule = QuorumRule.MoreThanHalf });
        await SetAsync(
            district,
            new()
            {
                Kind = MeetingKind.Regular,
                QuorumRule = QuorumRule.ChairAndNumber,
                QuorumNumber = 3,
            }
        );
        await SetAsync(district, new() { Kind = MeetingKind.Liaison, QuorumRule = QuorumRule.TwoThirds });
        await SetAsync(district, new() { Kind = MeetingKind.Liaison });

        var settings = await SeeAsync(district);

        Assert.Equal(Quorum.Off, settings.Quorum);
        Assert.Equal(
            [
                new SeeAttendanceSettings.OfKind(MeetingKind.Regular, new Quorum(QuorumRule.ChairAndNumber, 3, false)),
                new SeeAttendanceSettings.OfKind(MeetingKind.Plenary, new Quorum(QuorumRule.MoreThanHalf, null, false)),
            ],
            settings.Kinds
        );
    }

    private static Task<SeeAttendanceSettings.Answer> SeeAsync(TestDistrict district) =>
        district.Use<SeeAttendanceSettings>().AskAsync(district.Admin, Ct);

    private static Task SetAsync(TestDistrict district, SetQuorum.Form form) =>
        district.Use<SetQuorum>().RunAsync(district.Admin, form, Ct);
}
