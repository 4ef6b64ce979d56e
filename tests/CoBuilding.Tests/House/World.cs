using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Committees.Alternates;
using CoBuilding.Committees.CrossAppointments;
using CoBuilding.Committees.Groups;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Lifecycle;
using CoBuilding.Committees.Nominations;
using CoBuilding.Committees.Terms;
using CoBuilding.Committees.Timeline;
using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Jobs;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Minutes;
using CoBuilding.Meetings.Plans;
using CoBuilding.Meetings.Resolutions;
using CoBuilding.Meetings.Room;
using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Topics;
using CoBuilding.Meetings.Warnings;
using CoBuilding.Meetings.Words;
using CoBuilding.Places;
using CoBuilding.Places.PartyChain;
using CoBuilding.Places.Workdays;
using CoBuilding.Units;
using CoBuilding.Units.Ordering;
using CoBuilding.Units.Residences;
using CoBuilding.Units.UnitKinds;
using Npgsql;

namespace CoBuilding.Tests.House;

/// <summary>
/// The complete data of one street: units, people, a roster, meetings in each state, links and accounts, created by its own accounts.
/// </summary>
internal sealed class World
{
    private readonly TestCluster cluster;
    private Dictionary<Guid, long> versions = [];

    private World(TestCluster cluster, TestDistrict district, Place street, Place community) =>
        (this.cluster, District, Street, Community) = (cluster, district, street, community);

    public TestDistrict District { get; }
    public Place Street { get; }
    public Place Community { get; }
    public Scope Clerk { get; private set; } = null!;
    public Guid ClerkAccount { get; private set; }

    /// <summary>The address of the clerk's calendar.</summary>
    public Scope Feed { get; private set; } = null!;

    /// <summary>A community clerk's account, to be looked after.</summary>
    public Guid SpareAccount { get; private set; }
    public Guid SpareGrant { get; private set; }

    /// <summary>The secretary of <see cref="Unit"/>, signed in.</summary>
    public Scope Secretary { get; private set; } = null!;
    public Guid Committee { get; private set; }

    /// <summary>The community's, with a term.</summary>
    public Guid OtherCommittee { get; private set; }

    /// <summary>Of <see cref="Seat"/> and <see cref="OtherSeat"/>.</summary>
    public Guid Group { get; private set; }

    /// <summary>In preparation: begun, submitted twice over, approved, and one that is to be given up.</summary>
    public Guid BegunCommittee { get; private set; }
    public Guid SubmittedCommittee { get; private set; }
    public Guid OtherSubmittedCommittee { get; private set; }
    public Guid ApprovedCommittee { get; private set; }
    public Guid IdleCommittee { get; private set; }
    public Guid Unit { get; private set; }
    public Guid Seat { get; private set; }

    /// <summary>By which <see cref="Person"/> holds <see cref="Seat"/>.</summary>
    public Guid Appointment { get; private set; }
    public Guid Person { get; private set; }
    public Guid Post { get; private set; }

    /// <summary>Another unit of the same street, on the same committee.</summary>
    public Guid OtherUnit { get; private set; }
    public Guid OtherSeat { get; private set; }
    public Guid OtherInvitation { get; private set; }

    /// <summary>The standing alternate of <see cref="OtherSeat"/>.</summary>
    public Guid OtherAlternate { get; private set; }

    /// <summary>A unit whose secretary changed without a handover of its seat.</summary>
    public Guid StrayUnit { get; private set; }
    public Guid StraySecretary { get; private set; }

    /// <summary>A unit with somebody of the office in its Party organization, and that appointment's present row.</summary>
    public Guid CrossUnit { get; private set; }
    public Guid CrossAppointment { get; private set; }
    public Guid Proposal { get; private set; }

    /// <summary>A unit without a seat, and its people.</summary>
    public Guid SeatlessUnit { get; private set; }
    public Guid SparePerson { get; private set; }
    public Guid SparePost { get; private set; }

    /// <summary>A second record of the unit without a seat, and of its person.</summary>
    public Guid TwinUnit { get; private set; }
    public Guid TwinPerson { get; private set; }

    /// <summary>The district's kind that stands for banks.</summary>
    public Guid KindOfBanks { get; private set; }

    /// <summary>The district's kind that stands for consortiums.</summary>
    public Guid KindOfConsortiums { get; private set; }
    public Guid KindOfRegular { get; private set; }

    /// <summary>A series of <see cref="Committee"/> with a period that passed and has its reason.</summary>
    public Guid Series { get; private set; }
    public DateOnly ExplainedPeriod { get; private set; }

    /// <summary>In the district's calendar.</summary>
    public Guid Holiday { get; private set; }

    /// <summary>Hosted by the street.</summary>
    public Guid Consortium { get; private set; }
    public Guid VacantSeat { get; private set; }

    /// <summary>Leads the community, with a count.</summary>
    public Guid Organization { get; private set; }

    /// <summary>Both below <see cref="Organization"/>, with nothing below them.</summary>
    public Guid Branch { get; private set; }
    public Guid OtherBranch { get; private set; }

    /// <summary>
    /// Of <see cref="Person"/> for a seat of <see cref="Unit"/> on <see cref="OtherCommittee"/>, waiting for the unit's word.
    /// </summary>
    public Guid Nomination { get; private set; }

    /// <summary>Of individuals for the same committee: one new, two submitted to the street, one to be taken back.</summary>
    public Guid NewNomination { get; private set; }
    public Guid SubmittedNomination { get; private set; }
    public Guid OtherSubmittedNomination { get; private set; }
    public Guid IdleNomination { get; private set; }

    /// <summary>The community's, in its second term, with a renewal open.</summary>
    public Guid RenewedCommittee { get; private set; }
    public Guid Renewal { get; private set; }

    /// <summary>Of <see cref="OtherCommittee"/>.</summary>
    public Guid OtherRenewal { get; private set; }

    /// <summary>By which <see cref="Committee"/> works, with a text and a file.</summary>
    public Guid Document { get; private set; }
    public Guid File { get; private set; }
    public Guid Meeting { get; private set; }
    public Guid Invitation { get; private set; }
    public string Token { get; private set; } = "";
    public Guid Draft { get; private set; }
    public Guid ToCancel { get; private set; }
    public Guid ToPostpone { get; private set; }
    public Guid InvitationToWithdraw { get; private set; }
    public Guid InvitationToRestore { get; private set; }

    /// <summary>Topics are collected for it: <see cref="Seat"/> and <see cref="OtherSeat"/> are asked.</summary>
    public Guid Plan { get; private set; }
    public Guid FreshPlan { get; private set; }
    public Guid PlanToMerge { get; private set; }
    public Guid PlanToWithdraw { get; private set; }
    public Guid TopicCall { get; private set; }
    public Guid OtherTopicCall { get; private set; }

    /// <summary>Of <see cref="TopicCall"/>.</summary>
    public Guid Topic { get; private set; }
    public Guid OtherTopic { get; private set; }

    /// <summary>Looked through, and not yet attached to anything.</summary>
    public CheckedUpload FreshFile { get; private set; } = null!;

    /// <summary>Of <see cref="Topic"/>.</summary>
    public Guid Attachment { get; private set; }
    public Guid OtherAttachment { get; private set; }

    /// <summary>Of what is on the agenda to which <see cref="InvitationOfPlan"/> invites.</summary>
    public Guid AgendaAttachment { get; private set; }
    public Guid InvitationOfPlan { get; private set; }

    /// <summary>Whose notice the portal sent: two messages were refused, one is in doubt, one in a runner's hand.</summary>
    public Guid ToldMeeting { get; private set; }
    public Guid FailedMessage { get; private set; }
    public Guid OtherFailedMessage { get; private set; }
    public Guid DoubtfulMessage { get; private set; }
    public Guid MessageInHand { get; private set; }

    /// <summary>Begins in twenty minutes, so that its sheet is open.</summary>
    public Guid Beginning { get; private set; }

    /// <summary>As <see cref="Beginning"/>, and opened; with the second item of its agenda.</summary>
    public Guid Opened { get; private set; }
    public Guid ItemOfOpened { get; private set; }

    /// <summary>Both of <see cref="Beginning"/>.</summary>
    public Guid Guest { get; private set; }
    public Guid IdleGuest { get; private set; }

    public Guid InvitationToBeginning { get; private set; }

    /// <summary>Being written, of a meeting of its own.</summary>
    public Guid DraftedMinutes { get; private set; }
    public Guid DraftedItem { get; private set; }

    /// <summary>With the units: <see cref="Unit"/> has not answered, <see cref="OtherUnit"/> has comments.</summary>
    public Guid CirculatedMinutes { get; private set; }
    public Guid Countersign { get; private set; }
    public Guid OtherCountersign { get; private set; }

    /// <summary>With the units, all of which have answered.</summary>
    public Guid AnsweredMinutes { get; private set; }
    public Guid IssuedMeeting { get; private set; }
    public Guid IssuedMinutes { get; private set; }
    public Guid IssuedItem { get; private set; }

    /// <summary>Led by <see cref="Unit"/>; <see cref="OtherUnit"/> assists.</summary>
    public Guid Resolution { get; private set; }

    /// <summary>Of which the unit was reminded today.</summary>
    public Guid RemindedResolution { get; private set; }

    /// <summary>The row's version now, as a page would have shown it.</summary>
    public long Seen(Guid id) => versions.GetValueOrDefault(id);

    public static async Task<World> MakeAsync(TestCluster cluster, TestDistrict district, Place street, Place community)
    {
        var world = new World(cluster, district, street, community);
        await world.PartyChainAsync();
        await world.PeopleAsync();
        await world.NominationsAsync();
        await world.PreparationsAsync();
        await world.LibraryAsync();
        await world.MeetingsAsync();
        await world.PlansAsync();
        await world.SeriesAsync();
        await world.MessagesAsync();
        await world.MinutesAsync();
        await world.AccountsAsync();
        await world.RefreshAsync();
        return world;
    }

    private async Task PartyChainAsync()
    {
        Clerk = await District.ClerkAsync(Street);
        Organization = await District.OrganizationAsync(Community, ChainKind.Committee, members: 30);
        Branch = await District.OrganizationAsync(Community, ChainKind.Branch, "第一党支部", Organization);
        OtherBranch = await District.OrganizationAsync(Community, ChainKind.Branch, "第二党支部", Organization);
    }

    private async Task PeopleAsync()
    {
        Committee = await District.CommitteeAsync(Street);
        var other = new EstablishCommittee.Form
        {
            Kind = CommitteeKind.BigParty,
            PlaceId = Community.Id,
            Name = "大党委",
            EstablishedOn = District.Today.AddYears(-2),
            TermEndsOn = District.Today.AddMonths(3),
        };
        await District.Use<EstablishCommittee>().RunAsync(Clerk, other, TestDistrict.Ct);
        OtherCommittee = other.CommitteeId;
        (Seat, Unit, Person) = await District.MemberAsync(Committee, Community, "甲单位" + Street.Name);
        Appointment = (await District.Use<SeeSeatTerms>().AskAsync(Clerk, Seat, TestDistrict.Ct)).Terms.Single().AppointmentId;
        (OtherSeat, OtherUnit, _) = await District.MemberAsync(Committee, Community, "乙单位" + Street.Name);
        KindOfBanks = await District.KindAsync(UnitKind.Bank);
        SeatlessUnit = await District.UnitAsync(Community, "丙单位" + Street.Name);
        SparePerson = await District.PersonAsync(SeatlessUnit, "丙书记");
        TwinUnit = await District.UnitAsync(Street, "丙单位" + Street.Name + "有限公司");
        await District
            .Use<MoveUnit>()
            .RunAsync(
                Clerk,
                new()
                {
                    UnitId = TwinUnit,
                    ExpectedVersion = 1,
                    PlaceId = Community.Id,
                    On = District.Today,
                },
                TestDistrict.Ct
            );
        await District.Use<SetPeopleSetting>().RunAsync(District.Admin, new(), TestDistrict.Ct);
        TwinPerson = await District.PersonAsync(TwinUnit, "丙书记");
        var vacant = new AddSeat.Form
        {
            CommitteeId = Committee,
            Kind = SeatKind.FullTime,
            Title = "专职委员",
            From = District.Today.AddMonths(-1),
        };
        await District.Use<AddSeat>().RunAsync(Clerk, vacant, TestDistrict.Ct);
        VacantSeat = vacant.SeatId;
        await District
            .Use<SuspendSeat>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = VacantSeat,
                    ExpectedVersion = 1,
                    From = District.Today.AddYears(1),
                },
                TestDistrict.Ct
            );
        Consortium = await District.CommitteeAsync(Street, CommitteeKind.Consortium);
        KindOfConsortiums = (await District.CommitteeKindAsync(CommitteeKind.Consortium)).Kind.Id;
        OtherAlternate = await District.PersonAsync(OtherUnit, "乙副书记" + Street.Name);
        await District
            .Use<NameAlternate>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = OtherSeat,
                    ExpectedVersion = 1,
                    PersonId = OtherAlternate,
                    From = District.Today,
                    ToldBy = "乙联络员",
                },
                TestDistrict.Ct
            );
        StrayUnit = (await District.MemberAsync(OtherCommittee, Community, "戊单位" + Street.Name)).Unit;
        StraySecretary = await District.PersonAsync(StrayUnit, "戊新书记" + Street.Name, secretary: true, from: District.Today);
        await CrossAsync();
        var group = new CreateGroup.Form
        {
            CommitteeId = Committee,
            Name = "社区建设组",
            On = District.Today.AddDays(-1),
            SeatIds = [Seat, OtherSeat],
            LeaderId = Seat,
        };
        await District.Use<CreateGroup>().RunAsync(Clerk, group, TestDistrict.Ct);
        Group = group.GroupId;
        await District.Use<SetCoverageSetting>().RunAsync(District.Admin, new() { CountsTownsAndVillages = true }, TestDistrict.Ct);
    }

    /// <summary>
    /// A unit whose pair was mutual until yesterday, of which the clerk has taken note; what is left of it ends soon, and somebody else is
    /// proposed.
    /// </summary>
    private async Task CrossAsync()
    {
        var unit = new EnterUnit.Form
        {
            Name = "己单位" + Street.Name,
            Kind = UnitKind.School,
            PlaceId = Community.Id,
            PartyOrganization = PartyOrganizationKind.Branch,
        };
        await District.Use<EnterUnit>().RunAsync(Clerk, unit, TestDistrict.Ct);
        CrossUnit = unit.UnitId;
        var seat = new AddSeat.Form
        {
            CommitteeId = Committee,
            UnitId = CrossUnit,
            PersonId = await District.PersonAsync(CrossUnit, "己书记" + Street.Name, secretary: true),
            Title = "兼职委员",
            From = District.Today.AddMonths(-6),
        };
        await District.Use<AddSeat>().RunAsync(Clerk, seat, TestDistrict.Ct);
        var officer = await District.PersonAsync(OtherUnit, "派任" + Street.Name);
        var proposal = new ProposeCrossAppointment.Form
        {
            UnitId = CrossUnit,
            CommitteeId = Committee,
            PersonId = officer,
            Title = "党支部副书记",
            On = District.Today.AddDays(-40),
        };
        await District.Use<ProposeCrossAppointment>().RunAsync(Clerk, proposal, TestDistrict.Ct);
        CrossAppointment = proposal.CrossAppointmentId;
        foreach (var step in new[] { CrossState.Studied, CrossState.Approved, CrossState.InOffice })
        {
            var form = new RecordCrossAppointmentStep.Form
            {
                CrossAppointmentId = CrossAppointment,
                ExpectedVersion = 1,
                Step = step,
                On = District.Today.AddDays(-30),
                Confirmation = Confirmation.Election,
                PlannedUntil = District.Today.AddDays(30),
            };
            await District.Use<RecordCrossAppointmentStep>().RunAsync(Clerk, form, TestDistrict.Ct);
            CrossAppointment = form.NewRowId;
        }
        await District
            .Use<EndAppointment>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeatId = seat.SeatId,
                    ExpectedVersion = 1,
                    On = District.Today.AddDays(-1),
                    Reason = EndReason.Other,
                },
                TestDistrict.Ct
            );
        await District
            .Use<AcknowledgeLapse>()
            .RunAsync(
                Clerk,
                new()
                {
                    UnitId = CrossUnit,
                    CommitteeId = Committee,
                    LapsedOn = District.Today.AddDays(-1),
                },
                TestDistrict.Ct
            );
        var other = proposal with
        {
            CrossAppointmentId = Guid.CreateVersion7(),
            OperationId = Guid.CreateVersion7(),
            PersonId = SparePerson,
        };
        await District.Use<ProposeCrossAppointment>().RunAsync(Clerk, other, TestDistrict.Ct);
        Proposal = other.CrossAppointmentId;
    }

    private async Task NominationsAsync()
    {
        await District
            .Use<SetNominationChain>()
            .RunAsync(
                District.Admin,
                new()
                {
                    AsksConsent = true,
                    AsksScreening = true,
                    AsksApproval = true,
                    AsksPublicity = true,
                    PublicityWorkdays = 5,
                },
                TestDistrict.Ct
            );
        Nomination = await District.NominateAsync(OtherCommittee, Person, Unit);
        List<Guid> individuals = [];
        foreach (var name in new[] { "甲模范", "乙模范", "丙模范", "丁模范" })
            individuals.Add(await District.NominateAsync(OtherCommittee, await District.PersonAsync(OtherUnit, name)));
        (NewNomination, IdleNomination, SubmittedNomination, OtherSubmittedNomination) = (
            individuals[0],
            individuals[1],
            individuals[2],
            individuals[3]
        );
        foreach (
            var (action, n) in new[] { NominationAction.Consented, NominationAction.Screened, NominationAction.Submitted }.Select(
                (d, n) => (d, n)
            )
        )
            await District
                .Use<AdvanceNominations>()
                .RunAsync(
                    Clerk,
                    new()
                    {
                        Rows = [new(SubmittedNomination, n + 1), new(OtherSubmittedNomination, n + 1)],
                        Action = action,
                        On = District.Today,
                        Source = ConsentSource.Paper,
                        PersonIsWilling = true,
                    },
                    TestDistrict.Ct
                );

        RenewedCommittee = await District.CommitteeAsync(Community, CommitteeKind.Consultation);
        var first = new OpenRenewal.Form
        {
            CommitteeId = RenewedCommittee,
            ExpectedVersion = 1,
            On = District.Today.AddDays(-9),
        };
        await District.Use<OpenRenewal>().RunAsync(Clerk, first, TestDistrict.Ct);
        await District
            .Use<ConveneTerm>()
            .RunAsync(
                Clerk,
                new()
                {
                    RenewalId = first.RenewalId,
                    ExpectedVersion = 1,
                    On = District.Today.AddDays(-5),
                },
                TestDistrict.Ct
            );
        Renewal = await OpenRenewalAsync(RenewedCommittee);
        OtherRenewal = await OpenRenewalAsync(OtherCommittee);
    }

    private async Task PreparationsAsync()
    {
        List<Guid> prepared = [];
        foreach (var name in new[] { "甲联合体", "乙联合体", "丙联合体", "丁联合体", "戊联合体" })
        {
            var form = new PrepareCommittee.Form
            {
                Kind = CommitteeKind.Consortium,
                PlaceId = Community.Id,
                Name = name,
                On = District.Today,
            };
            await District.Use<PrepareCommittee>().RunAsync(Clerk, form, TestDistrict.Ct);
            prepared.Add(form.CommitteeId);
        }
        (BegunCommittee, SubmittedCommittee, OtherSubmittedCommittee, ApprovedCommittee, IdleCommittee) = (
            prepared[0],
            prepared[1],
            prepared[2],
            prepared[3],
            prepared[4]
        );
        foreach (var id in prepared[1..4])
            await District
                .Use<SubmitCommittee>()
                .RunAsync(
                    Clerk,
                    new()
                    {
                        CommitteeId = id,
                        ExpectedVersion = 1,
                        On = District.Today,
                        Name = "联合体" + id,
                    },
                    TestDistrict.Ct
                );
        await District
            .Use<ApproveCommittee>()
            .RunAsync(
                Clerk,
                new()
                {
                    CommitteeId = ApprovedCommittee,
                    ExpectedVersion = 2,
                    On = District.Today,
                },
                TestDistrict.Ct
            );
    }

    private async Task<Guid> OpenRenewalAsync(Guid committee)
    {
        var version = (await District.Use<SeeTerms>().AskAsync(Clerk, committee, TestDistrict.Ct)).RowVersion;
        var form = new OpenRenewal.Form
        {
            CommitteeId = committee,
            ExpectedVersion = version,
            On = District.Today,
        };
        await District.Use<OpenRenewal>().RunAsync(Clerk, form, TestDistrict.Ct);
        return form.RenewalId;
    }

    private async Task LibraryAsync()
    {
        var form = new AddLibraryDocument.Form
        {
            CommitteeId = Committee,
            DocumentKind = "章程",
            Title = "大工委章程" + Street.Name,
            FullText = "第一条 总则",
            File = await TestReader.FileAsync("章程.xlsx", WorkbookBytes.OfRows(["第一条 总则"])),
            AdoptedOn = District.Today.AddDays(-9),
            From = District.Today.AddDays(-9),
        };
        await District.Use<AddLibraryDocument>().RunAsync(Clerk, form, TestDistrict.Ct);
        (Document, File) = (form.DocumentId, form.FileId);
    }

    private async Task MeetingsAsync()
    {
        await District.Use<SetAttendance>().RunAsync(District.Admin, new() { AsksLeave = true }, TestDistrict.Ct);
        await District.Use<SetQuorum>().RunAsync(District.Admin, new() { QuorumRule = QuorumRule.MoreThanHalf }, TestDistrict.Ct);
        Meeting = await District.MeetingAsync(Clerk, Committee, Seat, OtherSeat);
        ToCancel = await District.MeetingAsync(Clerk, Committee, Seat);
        ToPostpone = await District.MeetingAsync(Clerk, Committee, Seat);
        var draft = District.MeetingForm(Committee, Seat);
        await District.Use<DraftMeeting>().RunAsync(Clerk, draft, TestDistrict.Ct);
        Draft = draft.MeetingId;
        var soon = District.MeetingForm(Committee, Seat) with
        {
            Day = District.Today,
            Start = new(9, 20),
            ReplyByDay = District.Today,
            ReplyByTime = new(9, 10),
        };
        await District.Use<DraftMeeting>().RunAsync(Clerk, soon, TestDistrict.Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = soon.MeetingId }, TestDistrict.Ct);
        Beginning = soon.MeetingId;

        var links = await District
            .Use<MakeLinks>()
            .RunAsync(Clerk, new() { MeetingId = Meeting, Only = Addressee.Holder }, TestDistrict.Ct);
        var board = await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, Meeting, TestDistrict.Ct);
        Invitation = board.Rows.Single(r => r.SeatId == Seat).InvitationId;
        OtherInvitation = board.Rows.Single(r => r.SeatId == OtherSeat).InvitationId;
        InvitationToWithdraw = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, ToPostpone, TestDistrict.Ct))
            .Rows.Single()
            .InvitationId;
        var again = await District.MeetingAsync(Clerk, Committee, Seat);
        InvitationToRestore = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, again, TestDistrict.Ct)).Rows.Single().InvitationId;
        await District
            .Use<WithdrawInvitation>()
            .RunAsync(Clerk, new() { InvitationId = InvitationToRestore, Reason = "误撤" }, TestDistrict.Ct);
        InvitationToBeginning = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, Beginning, TestDistrict.Ct))
            .Rows.Single()
            .InvitationId;
        Token = links.Single(l => l.InvitationId == Invitation).Token;

        await District
            .Use<RecordReply>()
            .RunAsync(
                Clerk,
                new()
                {
                    InvitationId = InvitationToBeginning,
                    Reply = Reply.Leave,
                    ToldBy = "李",
                },
                TestDistrict.Ct
            );
        var (guest, idle) = (
            new InviteGuest.Form { MeetingId = Beginning, GuestName = "列席人" },
            new InviteGuest.Form { MeetingId = Beginning, GuestName = "另一人" }
        );
        await District.Use<InviteGuest>().RunAsync(Clerk, guest, TestDistrict.Ct);
        await District.Use<InviteGuest>().RunAsync(Clerk, idle, TestDistrict.Ct);
        (Guest, IdleGuest) = (guest.GuestId, idle.GuestId);
        await OpenAsync(soon);
    }

    private async Task OpenAsync(DraftMeeting.Form soon)
    {
        var form = soon with { OperationId = Guid.CreateVersion7(), MeetingId = Guid.CreateVersion7() };
        await District.Use<DraftMeeting>().RunAsync(Clerk, form, TestDistrict.Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = Opened = form.MeetingId }, TestDistrict.Ct);
        await District.Use<OpenMeeting>().RunAsync(Clerk, new() { MeetingId = Opened }, TestDistrict.Ct);
        var items = (await District.Use<SeeRoom>().AskAsync(Clerk, new() { MeetingId = Opened }, TestDistrict.Ct)).Items;
        await District.Use<GoToItem>().RunAsync(Clerk, new() { MeetingId = Opened, AgendaItemId = items[0].Id }, TestDistrict.Ct);
        ItemOfOpened = items[1].Id;
    }

    private async Task PlansAsync()
    {
        KindOfRegular = (await District.Use<SeeMeetingWords>().AskAsync(Clerk, TestDistrict.Ct))
            .Single(w => w.Standard == nameof(MeetingKind.Regular))
            .Id;
        Plan = await District.PlanAsync(Clerk, Committee);
        FreshPlan = await District.PlanAsync(Clerk, Committee);
        PlanToMerge = await District.PlanAsync(Clerk, Committee);
        PlanToWithdraw = await District.PlanAsync(Clerk, Committee);
        await District
            .Use<CollectTopics>()
            .RunAsync(
                Clerk,
                new()
                {
                    PlanId = Plan,
                    ExpectedVersion = 1,
                    UntilDay = District.Today.AddDays(7),
                },
                TestDistrict.Ct
            );
        var asked = (await District.Use<SeePlan>().AskAsync(Clerk, Plan, TestDistrict.Ct)).Asked;
        (TopicCall, OtherTopicCall) = (asked.Single(a => a.SeatId == Seat).Id, asked.Single(a => a.SeatId == OtherSeat).Id);
        FreshFile = await TestReader.FileAsync("图纸.xlsx", WorkbookBytes.OfRows(["车位"]));
        Topic = await TopicAsync(TopicCall);
        OtherTopic = await TopicAsync(OtherTopicCall);
        var attachments = (await District.Use<SeePlan>().AskAsync(Clerk, Plan, TestDistrict.Ct)).Topics.ToDictionary(
            t => t.Id,
            t => t.Attachments[0].Id
        );
        (Attachment, OtherAttachment) = (attachments[Topic], attachments[OtherTopic]);
        await AgendaAttachmentAsync();
        var (called, joining) = (await District.PlanAsync(Clerk, Committee), await District.PlanAsync(Clerk, OtherCommittee));
        await District
            .Use<MergePlans>()
            .RunAsync(
                Clerk,
                new()
                {
                    PlanId = joining,
                    ExpectedVersion = 1,
                    IntoId = called,
                },
                TestDistrict.Ct
            );
        await District.Use<DraftMeeting>().RunAsync(Clerk, District.MeetingForm(Committee, Seat) with { PlanId = called }, TestDistrict.Ct);
    }

    private async Task AgendaAttachmentAsync()
    {
        var plan = await District.PlanAsync(Clerk, Committee);
        var topic = new EnterTopic.Form
        {
            PlanId = plan,
            Title = "社区食堂",
            Files = [await TestReader.FileAsync("方案.xlsx", WorkbookBytes.OfRows(["选址"]))],
        };
        await District.Use<EnterTopic>().RunAsync(Clerk, topic, TestDistrict.Ct);
        await District
            .Use<AnswerTopic>()
            .RunAsync(
                Clerk,
                new()
                {
                    TopicId = topic.TopicId,
                    ExpectedVersion = 1,
                    Verdict = TopicState.Accepted,
                },
                TestDistrict.Ct
            );
        var meeting = District.MeetingForm(Committee, Seat) with
        {
            PlanId = plan,
            Agenda = [new() { Topic = topic.Title, TopicId = topic.TopicId }],
        };
        await District.Use<DraftMeeting>().RunAsync(Clerk, meeting, TestDistrict.Ct);
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = meeting.MeetingId }, TestDistrict.Ct);
        AgendaAttachment = (await District.Use<SeePlan>().AskAsync(Clerk, plan, TestDistrict.Ct)).Topics[0].Attachments[0].Id;
        InvitationOfPlan = (await District.Use<SeeMeetingAsHost>().AskAsync(Clerk, meeting.MeetingId, TestDistrict.Ct))
            .Rows[0]
            .InvitationId;
    }

    private async Task SeriesAsync()
    {
        var topical = (await District.Use<SeeMeetingWords>().AskAsync(Clerk, TestDistrict.Ct))
            .Single(w => w.Standard == nameof(MeetingKind.Liaison))
            .Id;
        var form = new BeginSeries.Form
        {
            CommitteeId = Committee,
            KindId = topical,
            Title = "联络员会议",
            BegunOn = District.Today.AddMonths(-6),
        };
        await District.Use<BeginSeries>().RunAsync(Clerk, form, TestDistrict.Ct);
        Series = form.SeriesId;
        ExplainedPeriod = (await District.Use<SeeSeries>().AskAsync(Clerk, Series, TestDistrict.Ct))
            .Periods.First(p => p.State == PeriodState.Missed)
            .Period.FirstDay;
        await District
            .Use<ExplainPeriod>()
            .RunAsync(
                Clerk,
                new()
                {
                    SeriesId = Series,
                    FirstDay = ExplainedPeriod,
                    Reason = "防汛期间暂停",
                },
                TestDistrict.Ct
            );
        Holiday = (await District.Use<SeeWorkdays>().AskAsync(Clerk, 2026, TestDistrict.Ct)).Rows[0].Id;
    }

    private async Task<Guid> TopicAsync(Guid call)
    {
        var form = new EnterTopic.Form
        {
            PlanId = Plan,
            CallId = call,
            ToldBy = "李",
            Title = "共享停车场",
            Files = [await TestReader.FileAsync("图纸.xlsx", WorkbookBytes.OfRows(["车位"]))],
        };
        await District.Use<EnterTopic>().RunAsync(Clerk, form, TestDistrict.Ct);
        return form.TopicId;
    }

    private async Task MessagesAsync()
    {
        await District
            .Use<SetMessageSetting>()
            .RunAsync(District.Admin, new() { PortalAddress = "https://dj.example.cn/x/" }, TestDistrict.Ct);
        await District.Use<SetSmsChannel>().RunAsync(District.Admin, new() { Url = "http://127.0.0.1:9/{mobile}/{text}" }, TestDistrict.Ct);
        var form = District.MeetingForm(Committee, Seat, OtherSeat);
        await District.Use<DraftMeeting>().RunAsync(Clerk, form, TestDistrict.Ct);
        ToldMeeting = form.MeetingId;
        await District.Use<SendNotice>().RunAsync(Clerk, new() { MeetingId = ToldMeeting, Channels = [ChannelKind.Sms] }, TestDistrict.Ct);
        (FailedMessage, OtherFailedMessage, DoubtfulMessage, MessageInHand) = (
            await ClaimAsync(),
            await ClaimAsync(),
            await ClaimAsync(),
            await ClaimAsync()
        );
        await EndAsync(FailedMessage, Delivery.Rejected(DeliveryFailure.Refused));
        await EndAsync(OtherFailedMessage, Delivery.Rejected(DeliveryFailure.Refused));
        await EndAsync(DoubtfulMessage, Delivery.Unknown(DeliveryFailure.NoAnswer));
        await District
            .Use<MakeLinks>()
            .RunAsync(
                Clerk,
                new()
                {
                    MeetingId = Meeting,
                    InvitationId = OtherInvitation,
                    IsReminder = true,
                },
                TestDistrict.Ct
            );

        async Task<Guid> ClaimAsync() =>
            (await District.Use<ClaimMessage>().RunAsync(Scope.ForClock(District.Id), new(), TestDistrict.Ct))!.MessageId;

        Task EndAsync(Guid message, Delivery delivery) =>
            District
                .Use<RecordDelivery>()
                .RunAsync(Scope.ForClock(District.Id), new() { MessageId = message, Delivery = delivery }, TestDistrict.Ct);
    }

    private async Task MinutesAsync()
    {
        await District.Use<SetMinutesSetting>().RunAsync(District.Admin, new() { CountersignWorkdays = 5 }, TestDistrict.Ct);
        var drafted = await District.MinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, Seat));
        (DraftedMinutes, DraftedItem) = (drafted.MinutesId!.Value, drafted.Text.Items[0].Id);
        var circulated = await District.SentMinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, Seat, OtherSeat));
        CirculatedMinutes = circulated.MinutesId!.Value;
        (Countersign, OtherCountersign) = (Of(circulated, "甲"), Of(circulated, "乙"));
        await District
            .Use<RecordCountersign>()
            .RunAsync(
                Clerk,
                new()
                {
                    CountersignId = OtherCountersign,
                    ExpectedVersion = 1,
                    Answer = CountersignAnswer.Comments,
                    Comments = "请写明时段",
                    ToldBy = "乙",
                },
                TestDistrict.Ct
            );
        var answered = await District.SentMinutesAsync(Clerk, await District.HeldAsync(Clerk, Committee, OtherSeat));
        AnsweredMinutes = answered.MinutesId!.Value;
        await District
            .Use<RecordCountersign>()
            .RunAsync(
                Clerk,
                new()
                {
                    CountersignId = answered.Units.Single().CountersignId,
                    ExpectedVersion = 1,
                    Answer = CountersignAnswer.NoObjection,
                    ToldBy = "乙",
                },
                TestDistrict.Ct
            );
        IssuedMeeting = await District.HeldAsync(Clerk, Committee, Seat);
        var issued = await District.IssuedMinutesAsync(Clerk, IssuedMeeting);
        (IssuedMinutes, IssuedItem) = (issued.MinutesId!.Value, issued.Text.Items[0].Id);
        Resolution = await District.ResolutionAsync(Clerk, Committee, Unit, null, null, OtherUnit);
        RemindedResolution = await District.ResolutionAsync(Clerk, Committee, Unit);
        await District.Use<RemindUnit>().RunAsync(Clerk, new() { ResolutionId = RemindedResolution, ExpectedVersion = 1 }, TestDistrict.Ct);
        static Guid Of(SeeMinutes.Answer minutes, string unit) =>
            minutes.Units.Single(u => u.Name.StartsWith(unit, StringComparison.Ordinal)).CountersignId;
    }

    private async Task AccountsAsync()
    {
        Post = (await District.Use<SeeUnit>().AskAsync(Clerk, Unit, TestDistrict.Ct)).Posts.Single(p => p.PersonId == Person).PostId;
        SparePost = (await District.Use<SeeUnit>().AskAsync(Clerk, SeatlessUnit, TestDistrict.Ct)).Posts.Single().PostId;
        var form = new OpenUnitAccount.Form
        {
            PostId = Post,
            Login = "secretary" + Street.Code,
            Role = Role.UnitSecretary,
        };
        await District.Use<OpenUnitAccount>().RunAsync(Clerk, form, TestDistrict.Ct);
        Secretary = await District.FirstSignInAsync(form.Login, form.Code);
        await District.StaffAsync("spare" + Street.Code, Role.CommunityClerk, Community);
        var accounts = await District.Use<ListAccounts>().AskAsync(Clerk, new(), TestDistrict.Ct);
        ClerkAccount = accounts.Rows.Single(a => a.Login == "clerk" + Street.Code).Id;
        SpareAccount = accounts.Rows.Single(a => a.Login == "spare" + Street.Code).Id;
        var feed = new OpenFeed.Form();
        await District.Use<OpenFeed>().RunAsync(Clerk, feed, TestDistrict.Ct);
        Feed = Scope.ForFeed(District.Id, Secrets.Hash(feed.Secret), TestDistrict.Chinese);
        await District.Use<SetMeetingWarningSetting>().RunAsync(District.Admin, new(), TestDistrict.Ct);
        SpareGrant = (await District.Use<SeeAccount>().AskAsync(Clerk, SpareAccount, TestDistrict.Ct)).Grants.Single().Id;
    }

    /// <summary>Reloads the versions of all rows.</summary>
    public async Task RefreshAsync()
    {
        versions = [];
        foreach (var table in await TablesAsync(cluster))
        await foreach (var row in ReadAsync(cluster, $"SELECT id, row_version FROM {table} WHERE tenant_id = $1", District.Id))
            versions[row.GetGuid(0)] = row.GetInt64(1);
    }

    /// <summary>The id of every row of the district.</summary>
    public IReadOnlySet<Guid> DistrictIds => versions.Keys.ToHashSet();

    /// <summary>
    /// The id of every row that lies in the street, places aside, which are known to everybody; and of the people with a post there.
    /// </summary>
    public async Task<IReadOnlySet<Guid>> StreetIdsAsync()
    {
        HashSet<Guid> ids = [];
        foreach (var table in await TablesAsync(cluster, "place_id"))
        await foreach (
            var row in ReadAsync(
                cluster,
                $"SELECT id FROM {table} WHERE tenant_id = $1 AND place_id = ANY ($2)",
                District.Id,
                new[] { Street.Id, Community.Id }
            )
        )
            ids.Add(row.GetGuid(0));
        await foreach (
            var row in ReadAsync(
                cluster,
                "SELECT person_id FROM posts WHERE tenant_id = $1 AND place_id = ANY ($2)",
                District.Id,
                new[] { Street.Id, Community.Id }
            )
        )
            ids.Add(row.GetGuid(0));
        return ids;
    }

    /// <summary>Every row of the district as text, except sessions, whose last use is written on reading.</summary>
    public async Task<string> FingerprintAsync()
    {
        List<string> rows = [];
        foreach (var table in (await TablesAsync(cluster)).Except(["sessions"]))
        await foreach (var row in ReadAsync(cluster, $"SELECT t::text FROM {table} t WHERE tenant_id = $1 ORDER BY id", District.Id))
            rows.Add(row.GetString(0));
        return string.Join('\n', rows);
    }

    /// <summary>The tables with such a column, from the catalogue.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(TestCluster cluster, string column = "tenant_id")
    {
        List<string> tables = [];
        await foreach (
            var row in ReadAsync(
                cluster,
                "SELECT table_name::text FROM information_schema.columns WHERE table_schema = 'public' AND column_name = $1 ORDER BY 1",
                column
            )
        )
            tables.Add(row.GetString(0));
        return tables;
    }

    /// <summary>As superuser, bypassing row-level security.</summary>
    public static async IAsyncEnumerable<NpgsqlDataReader> ReadAsync(TestCluster cluster, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(cluster.SuperuserConnection);
        await connection.OpenAsync(TestDistrict.Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var reader = await command.ExecuteReaderAsync(TestDistrict.Ct);
        while (await reader.ReadAsync(TestDistrict.Ct))
            yield return reader;
    }
}
