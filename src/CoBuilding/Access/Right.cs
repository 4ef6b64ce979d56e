namespace CoBuilding.Access;

/// <summary>A right. Each use case opens the door with exactly one.</summary>
public enum Right
{
    SignIn,
    CreateDistrict,
    OwnAccount,
    SeeHome,
    SeePlaces,
    ManagePartyChain,
    SeeUnits,
    ManageUnits,
    SeeMobile,
    SeeCommittees,
    ManageCommittees,
    AppointMembers,

    /// <summary>To receive notices about changed cross-appointments, on either side.</summary>
    ReceivePairNotices,

    /// <summary>To read a body's library: for its office, and for units with a seat on it.</summary>
    ReadLibrary,
    ManageSettings,
    SeeMeetings,
    CallMeetings,
    RecordReplies,

    /// <summary>To subscribe to one's own meetings in a calendar.</summary>
    UseCalendarFeed,
    AnswerInvitation,
    ManageMinutes,

    /// <summary>A unit's answer on the minutes of a meeting to which it was due.</summary>
    CountersignMinutes,

    /// <summary>To follow up resolutions of meetings.</summary>
    ManageResolutions,

    /// <summary>A unit's report on its tasks.</summary>
    ReportProgress,

    /// <summary>To propose topics for a meeting for which the unit was asked.</summary>
    ProposeTopics,

    /// <summary>A unit's answer to the nomination of one of its people.</summary>
    AnswerNomination,

    /// <summary>The portal's own check whether an open reply board is outdated.</summary>
    WatchReplies,
    /// <summary>The portal's own removal of numbers after a person's service.</summary>
    PurgeMobiles,

    /// <summary>The portal's own renewal of the keys by which names are found and sorted.</summary>
    FillSearchKeys,

    /// <summary>The portal's own sending of what waits in the outbox.</summary>
    SendMessages,

    /// <summary>For the operator's command, to act with the rights of an account.</summary>
    ActAs,
    SeeDashboard,
    Export,
    ManageAccounts,
    SeeJournal,
}

/// <summary>A bundle of rights, granted for a place with its subtree or for one resident unit.</summary>
public enum Role
{
    DistrictAdmin,
    Overseer,
    Auditor,
    StreetClerk,
    CommunityClerk,
    LiaisonOfficer,
    UnitSecretary,
}

public static class Roles
{
    private static readonly Right[] Everyone = [Right.OwnAccount, Right.SeeHome];

    private static readonly Right[] Clerk =
    [
        .. Everyone, Right.SeePlaces, Right.ManagePartyChain, Right.SeeUnits, Right.ManageUnits, Right.SeeMobile, Right.SeeCommittees, Right.ManageCommittees,
        Right.AppointMembers, Right.ReceivePairNotices, Right.ReadLibrary, Right.SeeMeetings, Right.CallMeetings, Right.RecordReplies, Right.ManageMinutes, Right.ManageResolutions,
        Right.UseCalendarFeed, Right.Export, Right.ManageAccounts,
    ];

    private static readonly Right[] ForUnit =
    [
        .. Everyone, Right.SeeUnits, Right.AnswerInvitation, Right.ProposeTopics, Right.UseCalendarFeed, Right.ReceivePairNotices, Right.ReadLibrary, Right.AnswerNomination,
        Right.CountersignMinutes, Right.ReportProgress,
    ];

    private static readonly Dictionary<Role, Right[]> Of = new()
    {
        [Role.DistrictAdmin] = [.. Clerk, Right.SeeDashboard, Right.ManageSettings],
        [Role.Overseer] = [.. Everyone, Right.SeePlaces, Right.SeeUnits, Right.SeeCommittees, Right.ReadLibrary, Right.SeeMeetings, Right.UseCalendarFeed, Right.SeeDashboard, Right.Export],
        [Role.Auditor] = [.. Everyone, Right.SeeJournal],
        [Role.StreetClerk] = Clerk,
        [Role.CommunityClerk] = Clerk,
        [Role.LiaisonOfficer] = ForUnit,
        [Role.UnitSecretary] = ForUnit,
    };

    public static bool Holds(this Role role, Right right) => Of[role].Contains(right);

    public static bool IsForUnit(this Role role) => role is Role.LiaisonOfficer or Role.UnitSecretary;

    /// <summary>
    /// The roles that the holder of <paramref name="own"/> may grant: none above the own, and auditor only at the founding or by an admin.
    /// </summary>
    public static bool MayGrant(this Role own, Role other) => own switch
    {
        Role.DistrictAdmin => true,
        Role.StreetClerk => other is Role.StreetClerk or Role.CommunityClerk || other.IsForUnit(),
        Role.CommunityClerk => other is Role.CommunityClerk || other.IsForUnit(),
        _ => false,
    };
}
