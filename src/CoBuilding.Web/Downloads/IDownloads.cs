namespace CoBuilding.Web.Downloads;

/// <summary>
/// The workbooks, files, papers and pages to be printed of a room: each uses the question of its page, read from the same query string.
/// </summary>
public interface IDownloads
{
    /// <summary>Maps them, by <see cref="Download"/>; each address once in the whole portal.</summary>
    void Map(IEndpointRouteBuilder routes);
}
