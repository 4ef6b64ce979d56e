using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Handovers;
using CoBuilding.Committees.Importing;
using CoBuilding.Committees.Kinds;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Records;
using CoBuilding.Committees.Rosters;
using CoBuilding.Committees.Seats;
using CoBuilding.Dashboards;
using CoBuilding.Documents.Importing;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Jobs.Outbox;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Replies;
using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Words;
using CoBuilding.Minutes;
using CoBuilding.Nominations;
using CoBuilding.Nominations.Preparation;
using CoBuilding.Nominations.Renewals;
using CoBuilding.Places.Districts;
using CoBuilding.Places.PartyChain;
using CoBuilding.Places.PartyChain.Importing;
using CoBuilding.Places.Workdays;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using CoBuilding.Units.Duplicates;
using CoBuilding.Units.Importing;
using CoBuilding.Units.Kinds;
using CoBuilding.Units.People;

namespace CoBuilding.Tests.House;

/// <summary>An example for every use case and question. The order ensures that each permitted run succeeds after those before it.</summary>
internal static class Examples
{
    public static readonly IReadOnlyList<Example> All =
    [
        Ask<SeePlaces>(_ => []),
        Ask<SeePicture>(w => [w.Street.Id]),
        Ask<SeeNetwork>(_ => [new SeeNetwork.Question(null, Whole: true)]),
        Ask<SeePartyChain>(w => [w.Street.Id, null]),
        Ask<SeePartyOrganization>(w => [w.Branch]),
        Ask<SeeUnitKinds>(_ => []),
        Ask<SeeSelf>(_ => [], showsNoId: true),
        Ask<SeeCoverageSetting>(_ => [], showsNoId: true),
        Ask<ListToDos>(_ => []),
        Ask<SeeDashboard>(_ => [], Asker.Admin),
        Ask<SeeJournal>(_ => [new SeeJournal.Question { Size = 100 }], Asker.Auditor),
        Ask<ListAccounts>(_ => [new ListAccounts.Question { Size = 100 }]),
        Ask<SeeAccount>(w => [w.SpareAccount]),
        Ask<ListUnits>(_ => [new ListUnits.Question { Size = 100 }]),
        Ask<ListUnits>(w => [new ListUnits.Question { PlaceId = w.Community.Id }]),
        Ask<SeeUnit>(w => [w.Unit]),
        Ask<ListPeople>(_ => [new ListPeople.Question { Size = 100, WithFormer = true }]),
        Ask<SeePerson>(w => [w.Person]),
        Ask<SeeUnitSeats>(w => [w.Unit]),
        Ask<SeePeopleSetting>(_ => [], showsNoId: true),
        Ask<FindLikeUnits>(w => [new FindLikeUnits.Question("甲单位" + w.Street.Name, null, w.Community.Id, null)]),
        Ask<FindLikePeople>(w => [new FindLikePeople.Question("丙书记", w.SeatlessUnit, null)]),
        Ask<ListUnitDuplicates>(_ => [new ListUnitDuplicates.Question { Size = 100 }]),
        Ask<ListPersonDuplicates>(_ => [new ListPersonDuplicates.Question { Size = 100 }]),
        Ask<FindPeople>(_ => [new FindPeople.Question("书记", null)]),
        Ask<FindPeople>(w => [new FindPeople.Question(null, w.Unit)]),
        Ask<SeeMobile>(w => [w.Person], showsNoId: true),
        Ask<SeeCommitteeKinds>(_ => []),
        Ask<ListCommittees>(_ => [new ListCommittees.Question()]),
        Ask<FindConsortiumUnits>(w => [new FindConsortiumUnits.Question { CommitteeId = w.Consortium, Size = 100 }]),
        Ask<FindAskableUnits>(w => [new FindAskableUnits.Question { CommitteeId = w.Committee, Size = 100 }]),
        Ask<ListUncovered>(_ => [new ListUncovered.Question { Kind = CommitteeKind.Coordination }]),
        Ask<SeeRoster>(w => [w.Committee, null, null]),
        Ask<SeeRosterChanges>(w => [new SeeRosterChanges.Question(w.Committee, null, null)]),
        Ask<SeeNominationChain>(_ => [], showsNoId: true),
        Ask<ListNominations>(_ => [new ListNominations.Question()]),
        Ask<SeeNomination>(w => [w.Nomination]),
        Ask<ListMyUnitNominations>(_ => [new ListMyUnitNominations.Question()], Asker.Secretary),
        Ask<ListVacancies>(_ => [new ListVacancies.Question()]),
        Ask<SeeGroups>(w => [w.Committee]),
        Ask<SeeLifecycle>(w => [w.SubmittedCommittee]),
        Ask<SeeTerms>(w => [w.RenewedCommittee]),
        Ask<SeeRenewal>(w => [w.Renewal]),
        Ask<ListLibraryDocuments>(_ => [new ListLibraryDocuments.Question()]),
        Ask<SeeLibraryDocument>(w => [new SeeLibraryDocument.Question(w.Document)]),
        Ask<DownloadFile>(w => [new SeeLibraryDocument.Question(w.Document)], showsNoId: true),
        Ask<ExportLibraryDocumentPaper>(w => [new SeeLibraryDocument.Question(w.Document)], showsNoId: true),
        Ask<CompareRosters>(w => [new CompareRosters.Question(w.Committee, new(w.District.Today.AddYears(-1), null), new(null, null))]),
        Ask<SeeSeatTerms>(w => [w.Seat]),
        Ask<CheckHandover>(w => [new CheckHandover.Question(w.Unit, w.Person, null, null)]),
        Ask<FindDoublePosts>(w => [new FindDoublePosts.Question([w.OtherCommittee], w.Person, null)], showsNoId: true),
        Ask<ListOutOfStep>(_ => [new ListOutOfStep.Question()]),
        Ask<ListPairs>(_ => [new ListPairs.Question()]),
        Ask<ListPairs>(w => [new ListPairs.Question { PlaceId = w.Community.Id, Standing = UnitStanding.OneWay }]),
        Ask<SeePair>(w => [w.CrossUnit, w.Committee]),
        Ask<ListPairNotices>(_ => []),
        Ask<ListComingInvitations>(w => [w.Unit]),
        Ask<ListMeetings>(_ => [new ListMeetings.Question()]),
        Ask<ListMeetings>(w => [new ListMeetings.Question { CommitteeId = w.Committee }]),
        Ask<SeeMeeting>(w => [w.Meeting]),
        Ask<SeeMeetingAsHost>(w => [w.Meeting]),
        Ask<SeeMeetingHead>(w => [w.Meeting]),
        Ask<SeeAttendanceRates>(w => [new SeeAttendanceRates.Question { CommitteeId = w.Committee }], showsNoId: true),
        Ask<SeeReplies>(w => [new SeeReplies.Question { MeetingId = w.Meeting }]),
        Ask<SeeRoom>(w => [new SeeReplies.Question { MeetingId = w.Opened }]),
        Ask<SeeAttendanceSettings>(_ => [], showsNoId: true),
        Ask<ListAttendance>(w => [w.Committee, w.District.Today.AddYears(-1)], showsNoId: true),
        Ask<WatchReplies>(w => [w.Meeting], Asker.Clock, showsNoId: true),
        Ask<SeeMeetingWords>(_ => []),
        Ask<ListPlans>(_ => [new ListPlans.Question()]),
        Ask<SeePlan>(w => [w.Plan]),
        Ask<ListSeries>(_ => [new ListSeries.Question()]),
        Ask<SeeSeries>(w => [w.Series]),
        Ask<SeeMeetingPreparation>(w => [w.Series, null]),
        Ask<SeeWorkdays>(_ => [2026]),
        Ask<SeeTopicCall>(w => [w.TopicCall], Asker.Secretary),
        Ask<DownloadAttachment>(w => [w.Attachment], showsNoId: true),
        Ask<DownloadMyUnitAttachment>(w => [w.TopicCall, w.Attachment], Asker.Secretary, showsNoId: true),
        Ask<DownloadAgendaAttachment>(w => [w.InvitationOfPlan, w.AgendaAttachment], Asker.Secretary, showsNoId: true),
        Ask<ListMyUnitTopicCalls>(_ => [new ListMyUnitTopicCalls.Question()], Asker.Secretary),
        Ask<SeeFeed>(_ => [], showsNoId: true),
        Ask<SeeCalendar>(_ => [], Asker.Feed),
        Ask<SeeMeetingWarningSetting>(_ => [], Asker.Admin, showsNoId: true),
        Ask<CheckMeeting>(w => [w.Draft], showsNoId: true),
        Ask<SeeChannels>(_ => [], Asker.Admin, showsNoId: true),
        Ask<SeeRecipients>(w => [w.ToldMeeting]),
        Ask<ListMeetingMessages>(w => [new ListMeetingMessages.Question { MeetingId = w.ToldMeeting }]),
        Ask<ListMyUnitInvitations>(_ => [new ListMyUnitInvitations.Question()], Asker.Secretary),
        Ask<SeeInvitation>(w => [w.Invitation], Asker.Secretary),
        Ask<SeeMinutesSetting>(_ => [], showsNoId: true),
        Ask<SeeMinutes>(w => [w.IssuedMeeting]),
        Ask<SeeCountersign>(w => [w.Countersign], Asker.Secretary),
        Ask<ListMyUnitCountersigns>(_ => [new ListMyUnitCountersigns.Question()], Asker.Secretary),
        Ask<ListResolutions>(_ => [new ListResolutions.Question()]),
        Ask<ListResolutions>(w => [new ListResolutions.Question { UnitId = w.OtherUnit, View = ResolutionView.All }]),
        Ask<SeeResolution>(w => [w.Resolution]),
        Ask<SeeTask>(w => [w.Resolution], Asker.Secretary),
        Ask<ListMyUnitTasks>(_ => [new ListMyUnitTasks.Question()], Asker.Secretary),
        .. OfList(_ => new ImportableUnits(), w => "单位名称,所在社区\n甲单位," + w.Community.Name),
        .. OfList(_ => new ImportablePeople(), w => "系统编号,姓名\n" + w.Post + ",甲"),
        .. OfList(_ => new ImportablePartyChain(), w => "党组织名称,类型,所在社区\n第三党支部,党支部," + w.Community.Name),
        .. OfList(w => new ImportableRosters { CommitteeId = w.Committee }, w => "系统编号,姓名\n" + w.Seat + ",（空缺）"),
        Ask<ExportPartyChainWorkbook>(w => [w.Street.Id, null]),
        Ask<ExportPartyChainWorkbook>(_ => [null, null]),
        Ask<ExportRostersForImportWorkbook>(_ => [new ExportRostersForImportWorkbook.Question()]),
        Ask<ExportPeopleWorkbook>(_ => [new ExportPeopleWorkbook.Question()]),
        Ask<ExportUnitsWorkbook>(_ => [new ListUnits.Question()]),
        Ask<ExportCommitteesWorkbook>(_ => [new ListCommittees.Question()]),
        Ask<ExportUncoveredWorkbook>(_ => [new ListUncovered.Question { Kind = CommitteeKind.Coordination }]),
        Ask<ExportRosterWorkbook>(w => [w.Committee, null, null, null]),
        Ask<ExportNominationsWorkbook>(_ => [new ListNominations.Question()]),
        Ask<ExportVacanciesWorkbook>(_ => [new ListVacancies.Question()]),
        Ask<ExportNominationFormsPaper>(w => [new ListNominations.Question(), w.Nomination], showsNoId: true),
        Ask<ExportRenewalWorkbook>(w => [w.Renewal], showsNoId: true),
        Ask<ExportRenewalPaper>(w => [w.Renewal], showsNoId: true),
        Ask<ExportPairsWorkbook>(_ => [new ListPairs.Question()]),
        Ask<ExportPairsPaper>(_ => [new ListPairs.Question()], showsNoId: true),
        Ask<ExportComparisonWorkbook>(w =>
            [new CompareRosters.Question(w.Committee, new(w.District.Today.AddYears(-1), null), new(null, null))]
        ),
        Ask<ExportMeetingsWorkbook>(_ => [new ListMeetings.Question()]),
        Ask<ExportTopicsWorkbook>(w => [w.Plan]),
        Ask<ExportSeriesWorkbook>(_ => [new ListSeries.Question()], showsNoId: true),
        Ask<ExportRepliesWorkbook>(w => [w.Meeting]),
        Ask<ExportUnitsPaper>(_ => [new ListUnits.Question()], showsNoId: true),
        Ask<ExportAddressBookPaper>(_ => [new ListUnits.Question()], showsNoId: true),
        Ask<ExportRosterPaper>(w => [w.Committee, null, null, null], showsNoId: true),
        Ask<ExportAppointmentLettersPaper>(w => [w.Committee, null, null, w.Seat], showsNoId: true),
        Ask<ExportRosterChangesPaper>(w => [w.Committee, w.District.Today.AddYears(-1), null], showsNoId: true),
        Ask<ExportNoticePaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportAgendaPaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportAttendancePaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportSeatingPaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportPlaceCardsPaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportAttendanceRatesWorkbook>(w => [new SeeAttendanceRates.Question { CommitteeId = w.Committee }], showsNoId: true),
        Ask<ExportSignInSheetPaper>(w => [w.Meeting], showsNoId: true),
        Ask<ExportMinutesPaper>(w => [w.IssuedMeeting, null], showsNoId: true),
        Ask<ExportResolutionsWorkbook>(_ => [new ListResolutions.Question()]),
        Ask<ExportResolutionLedgerPaper>(_ => [new ListResolutions.Question()], showsNoId: true),
        Ask<ExportReminderSlipPaper>(w => [w.RemindedResolution], showsNoId: true),
        Run<EnterPartyOrganization>(w => new EnterPartyOrganization.Form
        {
            PlaceId = w.Community.Id,
            Kind = ChainKind.Group,
            Name = "第一党小组",
            SuperiorId = w.Branch,
        }),
        Run<EditPartyOrganization>(w => new EditPartyOrganization.Form
        {
            OrganizationId = w.Organization,
            ExpectedVersion = w.Seen(w.Organization),
            Kind = ChainKind.GeneralBranch,
            Name = "社区党总支",
        }),
        Run<RecordMemberCounts>(w => new RecordMemberCounts.Form
        {
            PlaceId = w.Community.Id,
            AsOf = w.District.Today,
            Lines = [new() { OrganizationId = w.Organization, Members = 31 }],
        }),
        Run<EndPartyOrganization>(w => new EndPartyOrganization.Form
        {
            OrganizationId = w.OtherBranch,
            ExpectedVersion = w.Seen(w.OtherBranch),
            On = w.District.Today,
        }),
        Run<EditUnitKind>(
            w => new EditUnitKind.Form
            {
                KindId = w.KindOfBanks,
                ExpectedVersion = w.Seen(w.KindOfBanks),
                Name = "银行、保险",
                Ordinal = 1,
            },
            Asker.Admin
        ),
        Run<RetireUnitKind>(
            w => new RetireUnitKind.Form { KindId = w.KindOfBanks, ExpectedVersion = w.Seen(w.KindOfBanks) + 1 },
            Asker.Admin
        ),
        Run<ReviveUnitKind>(
            w => new ReviveUnitKind.Form { KindId = w.KindOfBanks, ExpectedVersion = w.Seen(w.KindOfBanks) + 2 },
            Asker.Admin
        ),
        Run<EditCommitteeKind>(
            w => new EditCommitteeKind.Form
            {
                KindId = w.KindOfConsortiums,
                ExpectedVersion = w.Seen(w.KindOfConsortiums),
                Name = "联合体",
                ConvenerTitle = "牵头人",
                DeputyTitle = "副牵头人",
                MemberTitle = "成员",
                Ordinal = 1,
            },
            Asker.Admin
        ),
        Run<RetireCommitteeKind>(
            w => new RetireCommitteeKind.Form { KindId = w.KindOfConsortiums, ExpectedVersion = w.Seen(w.KindOfConsortiums) + 1 },
            Asker.Admin
        ),
        Run<ReviveCommitteeKind>(
            w => new ReviveCommitteeKind.Form { KindId = w.KindOfConsortiums, ExpectedVersion = w.Seen(w.KindOfConsortiums) + 2 },
            Asker.Admin
        ),
        Run<EnterUnit>(
            w => new EnterUnit.Form
            {
                Name = "丁单位",
                Kind = UnitKind.Bank,
                PlaceId = w.Community.Id,
            },
            namesPlaceOnly: true
        ),
        Run<EditUnit>(w => new EditUnit.Form
        {
            UnitId = w.SeatlessUnit,
            ExpectedVersion = w.Seen(w.SeatlessUnit),
            Name = "丙",
            Kind = UnitKind.Bank,
            PlaceId = w.Street.Id,
        }),
        Run<MoveUnit>(w => new MoveUnit.Form
        {
            UnitId = w.SeatlessUnit,
            ExpectedVersion = w.Seen(w.SeatlessUnit) + 1,
            PlaceId = w.Community.Id,
            On = w.District.Today,
        }),
        Run<MergeUnits>(w => new MergeUnits.Form
        {
            DuplicateId = w.TwinUnit,
            ExpectedVersion = w.Seen(w.TwinUnit),
            SurvivorId = w.SeatlessUnit,
        }),
        Run<UnmergeUnit>(w => new UnmergeUnit.Form { DuplicateId = w.TwinUnit, ExpectedVersion = w.Seen(w.TwinUnit) + 1 }),
        Run<MergePeople>(w => new MergePeople.Form
        {
            DuplicateId = w.TwinPerson,
            ExpectedVersion = w.Seen(w.TwinPerson),
            SurvivorId = w.SparePerson,
        }),
        Run<UnmergePerson>(w => new UnmergePerson.Form { DuplicateId = w.TwinPerson, ExpectedVersion = w.Seen(w.TwinPerson) + 1 }),
        Run<EnterPerson>(w => new EnterPerson.Form
        {
            UnitId = w.SeatlessUnit,
            Name = "新人",
            Title = "主任",
        }),
        Run<EditPerson>(w => new EditPerson.Form
        {
            PersonId = w.SparePerson,
            ExpectedVersion = w.Seen(w.SparePerson),
            Name = "改名",
            Mobile = "13900000000",
        }),
        Run<OpenUnitAccount>(w => new OpenUnitAccount.Form { PostId = w.SparePost, Login = "new-liaison" }),
        Run<AddSeat>(w => new AddSeat.Form
        {
            CommitteeId = w.Committee,
            UnitId = w.SeatlessUnit,
            Title = "兼职委员",
            From = w.District.Today,
        }),
        Run<AppointMember>(w => new AppointMember.Form
        {
            SeatId = w.VacantSeat,
            ExpectedVersion = w.Seen(w.VacantSeat),
            PersonId = w.SparePerson,
            From = w.District.Today,
        }),
        Run<SuspendSeat>(w => new SuspendSeat.Form
        {
            SeatId = w.VacantSeat,
            ExpectedVersion = w.Seen(w.VacantSeat) + 1,
            From = w.District.Today,
            Until = w.District.Today.AddDays(9),
        }),
        Run<ResumeSeat>(w => new ResumeSeat.Form
        {
            SeatId = w.VacantSeat,
            ExpectedVersion = w.Seen(w.VacantSeat) + 2,
            On = w.District.Today.AddDays(1),
        }),
        Run<EndAppointment>(w => new EndAppointment.Form
        {
            SeatId = w.VacantSeat,
            ExpectedVersion = w.Seen(w.VacantSeat) + 3,
            On = w.District.Today.AddDays(1),
            Reason = EndReason.Other,
        }),
        Run<CloseSeat>(w => new CloseSeat.Form
        {
            SeatId = w.VacantSeat,
            ExpectedVersion = w.Seen(w.VacantSeat) + 4,
            On = w.District.Today.AddDays(2),
        }),
        Run<SetSeatFollowsPost>(w => new SetSeatFollowsPost.Form
        {
            SeatId = w.OtherSeat,
            ExpectedVersion = w.Seen(w.OtherSeat),
            FollowsPost = false,
        }),
        Run<EndAlternate>(w => new EndAlternate.Form
        {
            SeatId = w.OtherSeat,
            ExpectedVersion = w.Seen(w.OtherSeat) + 1,
            On = w.District.Today.AddDays(1),
        }),
        Run<NameAlternate>(w => new NameAlternate.Form
        {
            SeatId = w.OtherSeat,
            ExpectedVersion = w.Seen(w.OtherSeat) + 2,
            PersonId = w.OtherAlternate,
            From = w.District.Today.AddDays(2),
        }),
        Run<ProposeCrossAppointment>(w => new ProposeCrossAppointment.Form
        {
            UnitId = w.CrossUnit,
            CommitteeId = w.Committee,
            PersonId = w.OtherAlternate,
            Title = "党支部委员",
            On = w.District.Today,
        }),
        Run<CorrectCrossAppointmentStep>(w => new CorrectCrossAppointmentStep.Form
        {
            CrossAppointmentId = w.Proposal,
            ExpectedVersion = w.Seen(w.Proposal),
            Title = "党支部委员",
            On = w.District.Today,
            Remark = "职务写错",
        }),
        Run<RecordCrossAppointmentStep>(w => new RecordCrossAppointmentStep.Form
        {
            CrossAppointmentId = w.CrossAppointment,
            ExpectedVersion = w.Seen(w.CrossAppointment),
            Step = CrossState.Ended,
            On = w.District.Today,
            Reason = EndReason.Retired,
        }),
        Run<AcknowledgeLapse>(w => new AcknowledgeLapse.Form
        {
            UnitId = w.CrossUnit,
            CommitteeId = w.Committee,
            LapsedOn = w.District.Today.AddDays(-1),
        }),
        Run<HandOver>(w => new HandOver.Form
        {
            UnitId = w.StrayUnit,
            LeaverId = w.StraySecretary,
            Name = "新书记",
            From = w.District.Today.AddDays(1),
            Reason = EndReason.Retired,
        }),
        Run<ReplaceMember>(w => new ReplaceMember.Form
        {
            SeatId = w.OtherSeat,
            ExpectedVersion = w.Seen(w.OtherSeat) + 3,
            PersonId = w.SparePerson,
            From = w.District.Today.AddDays(1),
            Reason = EndReason.Retired,
        }),
        Run<NominateMember>(w => new NominateMember.Form
        {
            CommitteeId = w.OtherCommittee,
            UnitId = w.OtherUnit,
            SeatTitle = "兼职委员",
            PersonId = w.SparePerson,
            Way = SelectionWay.UnitRecommended,
            On = w.District.Today,
        }),
        Run<AnswerNomination>(
            w => new AnswerNomination.Form
            {
                NominationId = w.Nomination,
                ExpectedVersion = w.Seen(w.Nomination),
                Agrees = true,
                PersonIsWilling = true,
            },
            Asker.Secretary
        ),
        Run<AdvanceNominations>(w => new AdvanceNominations.Form
        {
            Rows = [new(w.NewNomination, w.Seen(w.NewNomination))],
            Action = NominationAction.Consented,
            On = w.District.Today,
            Source = ConsentSource.Phone,
            PersonIsWilling = true,
        }),
        Run<ReturnNomination>(w => new ReturnNomination.Form
        {
            NominationId = w.SubmittedNomination,
            ExpectedVersion = w.Seen(w.SubmittedNomination),
            On = w.District.Today,
            Reason = "请补材料",
        }),
        Run<RejectNomination>(w => new RejectNomination.Form
        {
            NominationId = w.OtherSubmittedNomination,
            ExpectedVersion = w.Seen(w.OtherSubmittedNomination),
            On = w.District.Today,
            Reason = "名额已满",
        }),
        Run<WithdrawNomination>(w => new WithdrawNomination.Form
        {
            NominationId = w.IdleNomination,
            ExpectedVersion = w.Seen(w.IdleNomination),
            On = w.District.Today,
            Reason = "本人工作变动",
        }),
        Run<OpenRenewal>(w => new OpenRenewal.Form
        {
            CommitteeId = w.Committee,
            ExpectedVersion = w.Seen(w.Committee),
            On = w.District.Today,
        }),
        Run<ConveneTerm>(w => new ConveneTerm.Form
        {
            RenewalId = w.Renewal,
            ExpectedVersion = w.Seen(w.Renewal),
            On = w.District.Today,
            TermEndsOn = w.District.Today.AddYears(5),
        }),
        Run<CancelRenewal>(w => new CancelRenewal.Form
        {
            RenewalId = w.OtherRenewal,
            ExpectedVersion = w.Seen(w.OtherRenewal),
            Reason = "暂缓",
        }),
        Run<AddLibraryDocument>(w => new AddLibraryDocument.Form
        {
            CommitteeId = w.Committee,
            DocumentKind = "工作制度",
            Title = "例会制度",
            FullText = "每季度召开一次。",
            AdoptedOn = w.District.Today,
            From = w.District.Today,
        }),
        Run<EditLibraryDocument>(w => new EditLibraryDocument.Form
        {
            DocumentId = w.Document,
            ExpectedVersion = w.Seen(w.Document),
            DocumentKind = "章程",
            Title = "大工委章程",
        }),
        Run<IssueLibraryVersion>(w => new IssueLibraryVersion.Form
        {
            DocumentId = w.Document,
            ExpectedVersion = w.Seen(w.Document) + 1,
            FullText = "修订文本",
            AdoptedOn = w.District.Today,
            From = w.District.Today.AddDays(1),
        }),
        Run<CorrectLibraryVersion>(w => new CorrectLibraryVersion.Form
        {
            DocumentId = w.Document,
            ExpectedVersion = w.Seen(w.Document) + 2,
            VersionNumber = 1,
            FullText = "原文",
            KeepsFile = true,
            AdoptedOn = w.District.Today.AddDays(-9),
            From = w.District.Today.AddDays(-9),
            CorrectionReason = "漏录原文",
        }),
        Run<EraseLibraryFile>(w => new EraseLibraryFile.Form { FileId = w.File, Reason = "误传" }),
        Run<RepealLibraryDocument>(w => new RepealLibraryDocument.Form
        {
            DocumentId = w.Document,
            ExpectedVersion = w.Seen(w.Document) + 3,
            On = w.District.Today.AddDays(2),
            Reason = "并入工作制度",
        }),
        Run<CorrectAppointment>(w => new CorrectAppointment.Form
        {
            SeatId = w.Seat,
            ExpectedVersion = w.Seen(w.Seat),
            AppointmentId = w.Appointment,
            PersonId = w.Person,
            From = w.District.Today.AddMonths(-5),
            Reason = "聘书日期录错",
        }),
        Run<EstablishCommittee>(w => new EstablishCommittee.Form
        {
            Kind = CommitteeKind.Coordination,
            PlaceId = w.Street.Id,
            Name = "协调委员会",
            EstablishedOn = w.District.Today,
        }),
        Run<CreateGroup>(w => new CreateGroup.Form
        {
            CommitteeId = w.Committee,
            Name = "文体组",
            On = w.District.Today,
            SeatIds = [w.Seat],
            LeaderId = w.Seat,
        }),
        Run<ChangeGroup>(w => new ChangeGroup.Form
        {
            GroupId = w.Group,
            ExpectedVersion = w.Seen(w.Group),
            Name = "建设组",
            On = w.District.Today,
            SeatIds = [w.Seat],
            LeaderId = w.Seat,
        }),
        Run<EndGroup>(w => new EndGroup.Form
        {
            GroupId = w.Group,
            ExpectedVersion = w.Seen(w.Group) + 1,
            On = w.District.Today.AddDays(1),
        }),
        Run<SetAims>(w => new SetAims.Form
        {
            CommitteeId = w.Consortium,
            ExpectedVersion = w.Seen(w.Consortium),
            Aims = "资源共享",
        }),
        Run<PrepareCommittee>(w => new PrepareCommittee.Form
        {
            Kind = CommitteeKind.Consortium,
            PlaceId = w.Street.Id,
            Name = "新联合体",
            On = w.District.Today,
        }),
        Run<SubmitCommittee>(w => new SubmitCommittee.Form
        {
            CommitteeId = w.BegunCommittee,
            ExpectedVersion = w.Seen(w.BegunCommittee),
            On = w.District.Today,
            Name = "联合体",
        }),
        Run<ApproveCommittee>(w => new ApproveCommittee.Form
        {
            CommitteeId = w.SubmittedCommittee,
            ExpectedVersion = w.Seen(w.SubmittedCommittee),
            On = w.District.Today,
        }),
        Run<ReturnCommittee>(w => new ReturnCommittee.Form
        {
            CommitteeId = w.OtherSubmittedCommittee,
            ExpectedVersion = w.Seen(w.OtherSubmittedCommittee),
            On = w.District.Today,
            Remark = "请补方案",
        }),
        Run<GiveUpCommittee>(w => new GiveUpCommittee.Form
        {
            CommitteeId = w.IdleCommittee,
            ExpectedVersion = w.Seen(w.IdleCommittee),
            On = w.District.Today,
            Remark = "暂缓",
        }),
        Run<EstablishPrepared>(w => new EstablishPrepared.Form
        {
            CommitteeId = w.ApprovedCommittee,
            ExpectedVersion = w.Seen(w.ApprovedCommittee),
            On = w.District.Today,
        }),
        Run<ExtendTerm>(w => new ExtendTerm.Form
        {
            CommitteeId = w.OtherCommittee,
            ExpectedVersion = w.Seen(w.OtherCommittee),
            Until = w.District.Today.AddYears(1),
            Approval = "1",
        }),
        Run<DissolveCommittee>(w => new DissolveCommittee.Form
        {
            CommitteeId = w.OtherCommittee,
            ExpectedVersion = w.Seen(w.OtherCommittee) + 1,
            On = w.District.Today,
            Reason = "合并",
        }),
        Run<DraftMeeting>(w => w.District.MeetingForm(w.Committee, w.Seat) with { MeetingId = w.Draft }),
        Run<SendNotice>(w => new SendNotice.Form { MeetingId = w.Draft }),
        Run<EditMeetingWord>(
            w => new EditMeetingWord.Form
            {
                WordId = w.KindOfRegular,
                ExpectedVersion = w.Seen(w.KindOfRegular),
                Name = "季度例会",
                Ordinal = 2,
            },
            Asker.Admin
        ),
        Run<PlanMeeting>(w => new PlanMeeting.Form
        {
            PlanId = w.FreshPlan,
            ExpectedVersion = w.Seen(w.FreshPlan),
            CommitteeId = w.Committee,
            Title = "年末会议",
            FirstDay = w.District.Today.AddDays(20),
            LastDay = w.District.Today.AddDays(30),
        }),
        Run<BeginSeries>(w => new BeginSeries.Form
        {
            CommitteeId = w.Committee,
            KindId = w.KindOfRegular,
            Title = "例会",
            BegunOn = w.District.Today,
        }),
        Run<ExplainPeriod>(w => new ExplainPeriod.Form
        {
            SeriesId = w.Series,
            FirstDay = w.ExplainedPeriod,
            ExpectedVersion = 1,
            Reason = "并入年末会议",
        }),
        Run<ChangeSeries>(w => new ChangeSeries.Form
        {
            SeriesId = w.Series,
            ExpectedVersion = w.Seen(w.Series),
            Cadence = Cadence.Quarterly,
            Title = "座谈会",
            UsualMonth = 2,
            UsualFrom = 1,
            UsualUntil = 28,
            AheadDays = 20,
            BegunOn = w.District.Today.AddMonths(-6),
        }),
        Run<StopSeries>(w => new StopSeries.Form
        {
            SeriesId = w.Series,
            ExpectedVersion = w.Seen(w.Series) + 1,
            On = w.District.Today,
        }),
        Run<RemoveCalendarSpan>(w => new RemoveCalendarSpan.Form { SpanId = w.Holiday, ExpectedVersion = w.Seen(w.Holiday) }, Asker.Admin),
        Run<CollectTopics>(w => new CollectTopics.Form
        {
            PlanId = w.FreshPlan,
            ExpectedVersion = w.Seen(w.FreshPlan) + 1,
            UntilDay = w.District.Today.AddDays(9),
        }),
        Run<MakeTopicLinks>(w => new MakeTopicLinks.Form { PlanId = w.Plan }),
        Run<RevokeTopicLinks>(w => new RevokeTopicLinks.Form { CallId = w.OtherTopicCall }),
        Run<ProposeTopic>(w => new ProposeTopic.Form { CallId = w.TopicCall, Title = "联合义诊" }, Asker.Secretary),
        Run<AttachFile>(w => new AttachFile.Form { TopicId = w.Topic, File = w.FreshFile }),
        Run<RemoveAttachment>(w => new RemoveAttachment.Form { CallId = w.TopicCall, AttachmentId = w.Attachment }, Asker.Secretary),
        Run<EraseAttachment>(w => new EraseAttachment.Form { AttachmentId = w.OtherAttachment, Reason = "误传" }),
        Run<WithdrawTopic>(w => new WithdrawTopic.Form { CallId = w.TopicCall, TopicId = w.Topic }, Asker.Secretary),
        Run<EnterTopic>(w => new EnterTopic.Form
        {
            PlanId = w.Plan,
            CallId = w.TopicCall,
            ToldBy = "李",
            Title = "老旧小区改造",
        }),
        Run<AnswerTopic>(w => new AnswerTopic.Form
        {
            TopicId = w.OtherTopic,
            ExpectedVersion = w.Seen(w.OtherTopic),
            Verdict = TopicState.Accepted,
        }),
        Run<MergePlans>(w => new MergePlans.Form
        {
            PlanId = w.PlanToMerge,
            ExpectedVersion = w.Seen(w.PlanToMerge),
            IntoId = w.Plan,
        }),
        Run<WithdrawPlan>(w => new WithdrawPlan.Form
        {
            PlanId = w.PlanToWithdraw,
            ExpectedVersion = w.Seen(w.PlanToWithdraw),
            Reason = "并入下季度",
        }),
        Run<PostponeMeeting>(w => new PostponeMeeting.Form
        {
            MeetingId = w.ToPostpone,
            ExpectedVersion = w.Seen(w.ToPostpone),
            Reason = "台风",
        }),
        Run<AnswerInvitation>(w => new AnswerInvitation.Form { InvitationId = w.Invitation, Reply = Reply.Attend }, Asker.Secretary),
        Run<RecordReply>(w => new RecordReply.Form
        {
            InvitationId = w.OtherInvitation,
            Reply = Reply.Attend,
            ToldBy = "李",
        }),
        Run<MakeLinks>(w => new MakeLinks.Form { MeetingId = w.Meeting }),
        Run<TryMessageAgain>(w => new TryMessageAgain.Form { MessageId = w.FailedMessage, ExpectedVersion = w.Seen(w.FailedMessage) }),
        Run<ConfirmArrival>(w => new ConfirmArrival.Form { MessageId = w.DoubtfulMessage, ExpectedVersion = w.Seen(w.DoubtfulMessage) }),
        Run<DismissMessage>(w => new DismissMessage.Form
        {
            MessageId = w.OtherFailedMessage,
            ExpectedVersion = w.Seen(w.OtherFailedMessage),
        }),
        Run<RecordDelivery>(w => new RecordDelivery.Form { MessageId = w.MessageInHand, Delivery = Delivery.Accepted }, Asker.Clock),
        Run<Remind>(w => new Remind.Form { MeetingId = w.ToldMeeting, Channels = [ChannelKind.Sms] }),
        Run<RevokeLinks>(w => new RevokeLinks.Form { InvitationId = w.OtherInvitation }),
        Run<RestoreInvitation>(w => new RestoreInvitation.Form { InvitationId = w.InvitationToRestore }),
        Run<WithdrawInvitation>(w => new WithdrawInvitation.Form { InvitationId = w.InvitationToWithdraw, Reason = "本次议题无关" }),
        Run<ChangeMeeting>(w => new ChangeMeeting.Form
        {
            MeetingId = w.Meeting,
            ExpectedVersion = w.Seen(w.Meeting),
            Day = w.District.Today.AddDays(9),
            Start = new(9, 0),
            End = new(10, 0),
            Venue = "新址",
            ReplyByDay = w.District.Today.AddDays(8),
            ReplyByTime = new(9, 0),
        }),
        Run<CancelMeeting>(w => new CancelMeeting.Form
        {
            MeetingId = w.ToCancel,
            ExpectedVersion = w.Seen(w.ToCancel),
            Reason = "改期",
        }),
        Run<InviteGuest>(w => new InviteGuest.Form { MeetingId = w.Meeting, GuestName = "来宾" }),
        Run<WithdrawGuest>(w => new WithdrawGuest.Form { GuestId = w.IdleGuest }),
        Run<DecideAnswers>(w => new DecideAnswers.Form
        {
            MeetingId = w.Beginning,
            Answers = [new(w.InvitationToBeginning, w.Seen(w.InvitationToBeginning))],
            Agrees = true,
        }),
        Run<OpenMeeting>(w => new OpenMeeting.Form { MeetingId = w.Beginning }),
        Run<GoToItem>(w => new GoToItem.Form { MeetingId = w.Opened, AgendaItemId = w.ItemOfOpened }),
        Run<CloseMeeting>(w => new CloseMeeting.Form { MeetingId = w.Opened }),
        Run<MarkPresence>(w => new MarkPresence.Form { MeetingId = w.Beginning, Marks = [new(w.InvitationToBeginning, Presence.Present)] }),
        Run<BeginMinutes>(w => new BeginMinutes.Form { MeetingId = w.Beginning }),
        Run<EditMinutesHead>(w => new EditMinutesHead.Form
        {
            MinutesId = w.DraftedMinutes,
            ExpectedVersion = w.Seen(w.DraftedMinutes),
            Chair = "李主任",
        }),
        Run<SaveMinutesText>(w => new SaveMinutesText.Form
        {
            ItemId = w.DraftedItem,
            ExpectedVersion = w.Seen(w.DraftedItem),
            Said = "同意。",
        }),
        Run<SendMinutes>(w => new SendMinutes.Form { MinutesId = w.DraftedMinutes, ExpectedVersion = w.Seen(w.DraftedMinutes) + 1 }),
        Run<CountersignMinutes>(
            w => new CountersignMinutes.Form { CountersignId = w.Countersign, Answer = CountersignAnswer.NoObjection },
            Asker.Secretary
        ),
        Run<RecordCountersign>(w => new RecordCountersign.Form
        {
            CountersignId = w.OtherCountersign,
            ExpectedVersion = w.Seen(w.OtherCountersign),
            Answer = CountersignAnswer.Comments,
            Comments = "请写明日期",
            ToldBy = "乙",
        }),
        Run<SettleComments>(w => new SettleComments.Form
        {
            CountersignId = w.OtherCountersign,
            ExpectedVersion = w.Seen(w.OtherCountersign) + 1,
            Settlement = "下次会议补充",
        }),
        Run<MakeCountersignLinks>(w => new MakeCountersignLinks.Form { MinutesId = w.CirculatedMinutes }),
        Run<RevokeCountersignLinks>(w => new RevokeCountersignLinks.Form { CountersignId = w.OtherCountersign }),
        Run<TakeBackMinutes>(w => new TakeBackMinutes.Form
        {
            MinutesId = w.CirculatedMinutes,
            ExpectedVersion = w.Seen(w.CirculatedMinutes),
            Reason = "补充时段",
        }),
        Run<IssueMinutes>(w => new IssueMinutes.Form
        {
            MinutesId = w.AnsweredMinutes,
            ExpectedVersion = w.Seen(w.AnsweredMinutes),
            IssuedOn = w.District.Today,
        }),
        Run<CorrectMinutes>(w => new CorrectMinutes.Form
        {
            ItemId = w.IssuedItem,
            ExpectedVersion = w.Seen(w.IssuedItem),
            Said = "同意，自下周起。",
            Reason = "漏写日期",
        }),
        Run<CorrectMinutesHead>(w => new CorrectMinutesHead.Form
        {
            MinutesId = w.IssuedMinutes,
            ExpectedVersion = w.Seen(w.IssuedMinutes) + 1,
            Chair = "李主任",
            Reason = "写错主持人",
        }),
        Run<ArchiveMeeting>(w => new ArchiveMeeting.Form { MeetingId = w.IssuedMeeting }),
        Run<MakeResolution>(w => new MakeResolution.Form
        {
            CommitteeId = w.Committee,
            Matter = "共用会议室",
            LeadUnitId = w.Unit,
        }),
        Run<ReportProgress>(
            w => new ReportProgress.Form { ResolutionId = w.Resolution, Action = ResolutionAction.Acknowledged },
            Asker.Secretary
        ),
        Run<MakeTaskLinks>(w => new MakeTaskLinks.Form { ResolutionId = w.Resolution }),
        Run<RevokeTaskLinks>(w => new RevokeTaskLinks.Form { ResolutionId = w.Resolution }),
        Run<RemindUnit>(w => new RemindUnit.Form { ResolutionId = w.Resolution, ExpectedVersion = w.Seen(w.Resolution) + 1 }),
        Run<RecordConvenerCall>(w => new RecordConvenerCall.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 1,
            On = w.District.Today,
            Note = "下周完成",
        }),
        Run<ExtendResolution>(w => new ExtendResolution.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 1,
            Deadline = w.District.Today.AddDays(30),
            Reason = "设备未到",
        }),
        Run<RecordProgress>(w => new RecordProgress.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 2,
            Action = ResolutionAction.ReportedDone,
            ToldBy = "甲",
        }),
        Run<ContinueResolution>(w => new ContinueResolution.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 3,
            Note = "请再开放周末",
        }),
        Run<SubmitUpward>(w => new SubmitUpward.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 4,
            Reason = "涉及区属车场",
        }),
        Run<AnswerFromAbove>(
            w => new AnswerFromAbove.Form
            {
                ResolutionId = w.Resolution,
                ExpectedVersion = w.Seen(w.Resolution) + 5,
                Note = "已协调",
            },
            Asker.Admin
        ),
        Run<CloseResolution>(w => new CloseResolution.Form
        {
            ResolutionId = w.Resolution,
            ExpectedVersion = w.Seen(w.Resolution) + 6,
            Outcome = ResolutionOutcome.Done,
        }),
        Run<OpenAccount>(
            w => new OpenAccount.Form
            {
                Login = "new-clerk",
                DisplayName = "新",
                PlaceId = w.Street.Id,
            },
            namesPlaceOnly: true
        ),
        Run<GrantRole>(w => new GrantRole.Form
        {
            AccountId = w.SpareAccount,
            Role = Role.CommunityClerk,
            PlaceId = w.Community.Id,
        }),
        Run<IssueOneTimeCode>(w => new IssueOneTimeCode.Form { AccountId = w.SpareAccount }),
        Run<EndGrant>(w => new EndGrant.Form { GrantId = w.SpareGrant }),
        Run<CloseAccount>(w => new CloseAccount.Form { AccountId = w.SpareAccount }),
        Run<EndPost>(w => new EndPost.Form { PostId = w.SparePost, On = w.District.Today }),
        Run<EndUnit>(w => new EndUnit.Form
        {
            UnitId = w.TwinUnit,
            ExpectedVersion = w.Seen(w.TwinUnit) + 2,
            On = w.District.Today.AddDays(1),
            Reason = UnitEndReason.Absorbed,
            IntoId = w.SeatlessUnit,
        }),
        RunOwn<AddUnitKind>(_ => new AddUnitKind.Form { Name = "科研院所", Kind = UnitKind.PublicInstitution }),
        RunOwn<AddCommitteeKind>(_ => new AddCommitteeKind.Form
        {
            Name = "楼宇党建联盟",
            ConvenerTitle = "召集人",
            DeputyTitle = "副召集人",
            MemberTitle = "成员",
        }),
        RunOwn<AddMeetingWord>(_ => new AddMeetingWord.Form { Name = "现场会" }),
        RunOwn<AddCalendarSpan>(w => new AddCalendarSpan.Form
        {
            Name = "校运会",
            FirstDay = w.District.Today.AddDays(100),
            LastDay = w.District.Today.AddDays(101),
        }),
        RunOwn<ImportHolidays>(_ => new ImportHolidays.Form { Year = 2027, Text = "一、元旦：1月1日至3日放假，共3天。" }),
        RunOwn<SetRanks>(_ => new SetRanks.Form { Titles = "书记\n副书记" }),
        RunOwn<SetPeopleSetting>(_ => new SetPeopleSetting.Form { MobileKeptDays = 90 }),
        RunOwn<SetCoverageSetting>(_ => new SetCoverageSetting.Form()),
        RunOwn<SetAttendance>(_ => new SetAttendance.Form()),
        RunOwn<SetQuorum>(_ => new SetQuorum.Form { QuorumRule = QuorumRule.MoreThanHalf }),
        RunOwn<SetNominationChain>(_ => new SetNominationChain.Form { AsksConsent = true, PublicityWorkdays = 5 }),
        RunOwn<SetMeetingWarningSetting>(_ => new SetMeetingWarningSetting.Form()),
        RunOwn<SetMinutesSetting>(_ => new SetMinutesSetting.Form { CountersignWorkdays = 3 }),
        RunOwn<SetMessageSetting>(_ => new SetMessageSetting.Form { PortalAddress = "https://dj.example.cn/y/" }),
        RunOwn<SetMailChannel>(_ => new SetMailChannel.Form
        {
            Host = "127.0.0.1",
            Port = 9,
            Sender = "dj@example.cn",
        }),
        RunOwn<SetRobotChannel>(_ => new SetRobotChannel.Form { Url = "https://127.0.0.1:9/robot" }),
        RunOwn<SetSmsChannel>(_ => new SetSmsChannel.Form { Url = "http://127.0.0.1:9/{mobile}/{text}" }),
        RunOwn<TryChannel>(_ => new TryChannel.Form { Kind = ChannelKind.Sms, To = "13812345678" }),
        ImportOwn(new ImportableUnits(), w => $"系统编号\t单位名称\n{w.Unit}\t改名"),
        ImportOwn(new ImportablePeople(), w => $"系统编号\t姓名\n{w.Post}\t改名"),
        ImportOwn(new ImportableRosters(), w => $"系统编号\t姓名\t委员会职务\n{w.Seat}\t\t改名"),
        ImportOwn(new ImportablePartyChain(), w => $"系统编号\t党组织名称\n{w.Branch}\t改名"),
        RunOwn<ActAs>(w => new ActAs.Form { Login = w.LeaverLogin, Secret = Secrets.Make() }, Asker.Clock),
        RunOwn<FillSearchKeys>(_ => new FillSearchKeys.Form(), Asker.Clock),
        RunOwn<PurgeMobiles>(_ => new PurgeMobiles.Form(), Asker.Clock),
        RunOwn<ClaimMessage>(_ => new ClaimMessage.Form(), Asker.Clock),
        RunOwn<MarkMessagesUncertain>(_ => new MarkMessagesUncertain.Form(), Asker.Clock),
        RunOwn<CreateDistrict>(
            _ => new CreateDistrict.Form
            {
                Places = World.PlacesOfAnother(),
                AdminPassword = TestDistrict.Password,
                AuditorPassword = TestDistrict.Password,
            },
            Asker.Creator
        ),
        RunOwn<SignIn>(
            w => new SignIn.Form
            {
                Login = w.LeaverLogin,
                Password = TestDistrict.Password,
                Secret = Secrets.Make(),
            },
            Asker.Visitor
        ),
        RunOwn<OpenFeed>(_ => new OpenFeed.Form(), Asker.Leaver),
        RunOwn<CloseFeed>(_ => new CloseFeed.Form(), Asker.Leaver),
        RunOwn<ChangePassword>(
            _ => new ChangePassword.Form
            {
                CurrentPassword = TestDistrict.Password,
                Password = "another-Cobuilding-2026",
                RepeatPassword = "another-Cobuilding-2026",
            },
            Asker.Leaver
        ),
        RunOwn<SignOut>(_ => new SignOut.Form { Everywhere = true }, Asker.Leaver),
    ];

    private static Example Ask<T>(Func<World, object?[]> arguments, Asker asker = Asker.Staff, bool showsNoId = false) =>
        new(typeof(T), asker, arguments, ShowsNoId: showsNoId);

    /// <summary>A list that names rows of the world, and the template of its kind.</summary>
    private static Example[] OfList<T>(Func<World, T> list, Func<World, string> text)
        where T : ImportableList =>
        [
            Ask<CheckList>(w => [list(w), Lists.Csv(text(w)), null], showsNoId: true) with
            {
                List = typeof(T),
            },
            Ask<MakeTemplate>(w => [list(w)], showsNoId: true) with
            {
                List = typeof(T),
            },
        ];

    private static Example Run<T>(Func<World, WritingForm> form, Asker asker = Asker.Staff, bool namesPlaceOnly = false) =>
        new(typeof(T), asker, w => [form(w)], namesPlaceOnly);

    /// <summary>A use case that works on what the asker's account or district has, whatever the form says.</summary>
    private static Example RunOwn<T>(Func<World, WritingForm> form, Asker asker = Asker.Admin) =>
        new(typeof(T), asker, w => [form(w)], IsAboutOwn: true);

    /// <summary>A list names rows by key; those of others are not found, row by row.</summary>
    private static Example ImportOwn(ImportableList list, Func<World, string> text) =>
        new(
            typeof(ImportList),
            Asker.Staff,
            w =>
                [
                    new ImportList.Form
                    {
                        List = list,
                        Source = Lists.Pasted(text(w)),
                        OnlyGood = true,
                    },
                    null,
                ],
            IsAboutOwn: true
        );
}
