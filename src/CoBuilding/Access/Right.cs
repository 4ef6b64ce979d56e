using CoBuilding.Texts;

namespace CoBuilding.Access;

/// <summary>A right. Each use case opens the door with exactly one; a list that rooms fill together, with theirs.</summary>
[TextsIn("Journal")]
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
