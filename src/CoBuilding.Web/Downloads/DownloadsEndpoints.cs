namespace CoBuilding.Web.Downloads;

public static class DownloadsEndpoints
{
    /// <summary>Those of every room.</summary>
    public static void MapDownloads(this WebApplication app)
    {
        foreach (var downloads in app.Services.GetServices<IDownloads>().OrderBy(d => d.GetType().FullName, StringComparer.Ordinal))
            downloads.Map(app);
    }
}
