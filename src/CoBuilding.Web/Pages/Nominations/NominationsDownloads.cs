using CoBuilding.Committees;
using CoBuilding.Nominations;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Pages.Nominations;

public sealed class NominationsDownloads : IDownloads
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapDownload<ExportNominationsWorkbook>(
            "/nominations/export",
            (export, scope, query, ct) => export.AskAsync(scope, Nominations(query), ct)
        );
        routes.MapPaper<ExportNominationFormsPaper>(
            "/nominations/papers/forms",
            (export, scope, query, ct) => export.AskAsync(scope, Nominations(query), query.Id("id"), ct)
        );
        routes.MapDownload<ExportVacanciesWorkbook>(
            "/vacancies/export",
            (export, scope, query, ct) => export.AskAsync(scope, Vacancies(query), ct)
        );
    }

    private static ListNominations.Question Nominations(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            State = query.OneOf<NominationState>("state"),
            PlaceId = query.Id("place"),
            CommitteeId = query.Id("committee"),
            WithOver = query.Flag("over"),
        };

    private static ListVacancies.Question Vacancies(DownloadQuery query) =>
        new()
        {
            Search = query.Text("q"),
            PlaceId = query.Id("place"),
            Reason = query.OneOf<EndReason>("reason"),
            OnlyWithoutNominee = query.Flag("open"),
        };
}
