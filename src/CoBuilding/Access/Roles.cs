namespace CoBuilding.Access;

public static class Roles
{
    private static readonly Right[] Everyone = [Right.OwnAccount, Right.SeeHome];

    private static readonly Right[] Clerk =
    [
        .. Everyone,
        Right.SeePlaces,
        Right.ManagePartyChain,
        Right.SeeUnits,
        Right.ManageUnits,
        Right.SeeMobile,
        Right.SeeCommittees,
        Right.ManageCommittees,
        Right.AppointMembers,
        Right.ReceivePairNotices,
        Right.ReadLibrary,
        Right.SeeMeetings,
        Right.CallMeetings,
        Right.RecordReplies,
        Right.ManageMinutes,
        Right.ManageResolutions,
        Right.UseCalendarFeed,
        Right.Export,
        Right.ManageAccounts,
    ];

    private static readonly Right[] ForUnit =
    [
        .. Everyone,
        Right.SeeUnits,
        Right.AnswerInvitation,
        Right.ProposeTopics,
        Right.UseCalendarFeed,
        Right.ReceivePairNotices,
        Right.ReadLibrary,
        Right.AnswerNomination,
        Right.CountersignMinutes,
        Right.ReportProgress,
    ];

    private static readonly Dictionary<Role, Right[]> Of = new()
    {
        [Role.DistrictAdmin] = [.. Clerk, Right.SeeDashboard, Right.ManageSettings],
        [Role.Overseer] =
        [
            .. Everyone,
            Right.SeePlaces,
            Right.SeeUnits,
            Right.SeeCommittees,
            Right.ReadLibrary,
            Right.SeeMeetings,
            Right.UseCalendarFeed,
            Right.SeeDashboard,
            Right.Export,
        ],
        [Role.Auditor] = [.. Everyone, Right.SeeJournal],
        [Role.StreetClerk] = Clerk,
        [Role.CommunityClerk] = Clerk,
        [Role.LiaisonOfficer] = ForUnit,
        [Role.UnitSecretary] = ForUnit,
    };

    public static bool Holds(this Role role, Right right) => Of[role].Contains(right);

    public static bool IsForUnit(this Role role) => role is Role.LiaisonOfficer or Role.UnitSecretary;

    /// <summary>
    /// The roles that the holder of <paramref name="own"/> may grant: none above the own, and auditor only at the creation or by an admin.
    /// </summary>
    public static bool MayGrant(this Role own, Role other) =>
        own switch
        {
            Role.DistrictAdmin => true,
            Role.StreetClerk => other is Role.StreetClerk or Role.CommunityClerk || other.IsForUnit(),
            Role.CommunityClerk => other is Role.CommunityClerk || other.IsForUnit(),
            _ => false,
        };
}
