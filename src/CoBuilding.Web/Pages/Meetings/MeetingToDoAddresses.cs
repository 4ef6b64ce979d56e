using CoBuilding.Contracts;
using CoBuilding.Meetings.Agendas;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Calling;
using CoBuilding.Meetings.Messages;
using CoBuilding.Meetings.Series;
using CoBuilding.Web.Pages.Home;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Pages.Meetings;

internal sealed class MeetingToDoAddresses : IToDoAddresses
{
    public IReadOnlyDictionary<string, Func<ToDo, string>> ByKind { get; } =
        new Dictionary<string, Func<ToDo, string>>
        {
            [SeriesToDos.PrepareMeeting] = t => $"meetings/plans/new?series={t.SubjectId}&period={UrlValues.Of(t.PeriodFrom)}",
            [MeetingToDos.SendNotice] = t => $"meetings/{t.SubjectId}/edit",
            [TopicToDos.ReviewTopics] = t => $"meetings/plans/{t.SubjectId}",
            [AttendanceToDos.AskReplies] = t => $"meetings/{t.SubjectId}",
            [AttendanceToDos.DecideAnswers] = t => $"meetings/{t.SubjectId}",
            [AttendanceToDos.MarkAttendance] = t => $"meetings/{t.SubjectId}/attendance",
            [MessageToDos.SettleMessages] = t => $"meetings/{t.SubjectId}/messages",
        };
}
