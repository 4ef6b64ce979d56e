using CoBuilding.Documents;
using CoBuilding.Web.Districts;
using CoBuilding.Web.Downloads;

namespace CoBuilding.Web.Links;

/// <summary>What belongs to a phone page, below both of its addresses.</summary>
public sealed class PhoneRoutes(RouteGroupBuilder group, PhoneKind kind)
{
    public void MapGet(string below, Delegate handler)
    {
        group.MapGet(kind.ByLink + below, handler).OpenToAll(kind.Reason);
        group.MapGet(kind.Own + below, handler);
    }

    /// <summary>The files that the page lists.</summary>
    public void MapFiles<TDownload>(Func<TDownload, PhoneVisitor, Guid, CancellationToken, Task<DocumentFile>> take)
        where TDownload : class =>
        MapGet(
            "/files/{file:guid}",
            (PhoneVisitor who, Guid file, HttpContext context, TDownload download, CancellationToken ct) =>
                Download.HandOutAsync(context, () => take(download, who, file, ct), ct)
        );
}
