using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Facts;
using CoBuilding.Meetings.Series;
using CoBuilding.Meetings.Words;

namespace CoBuilding.Tests.House;

/// <summary>Plans, the topics that are collected for them, and a series.</summary>
internal sealed partial class World
{
    public Guid KindOfRegular { get; private set; }

    /// <summary>A series of <see cref="Committee"/> with a period that passed and has its reason.</summary>
    public Guid Series { get; private set; }
    public DateOnly ExplainedPeriod { get; private set; }

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
    }
}
