using CoBuilding.Access;
using CoBuilding.Resolutions;
using CoBuilding.Web.Links;

namespace CoBuilding.Web.Pages.Resolutions;

public sealed class TaskEndpoints : IPhonePages
{
    public void Map(RouteGroupBuilder phone) =>
        phone.MapPhonePage<TaskDocument, SeeTask, SeeTask.Answer, ReportProgress, ReportProgress.Form>(
            new("/r/{token}", "/tasks/{id:guid}", Right.ReportProgress, "whoever bears the link reports by it for the unit"),
            (see, who, ct) => see.AskAsync(who.Scope, who.Id, ct),
            (report, who, form, ct) => report.RunAsync(who.Scope, form, ct)
        );
}
