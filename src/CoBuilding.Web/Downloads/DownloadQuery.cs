using System.Globalization;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Downloads;

/// <summary>What a download's URL asks. Like the pages, it passes over what it cannot read.</summary>
public sealed class DownloadQuery(HttpRequest request)
{
    /// <summary>The row in the path.</summary>
    public Guid RowId => Guid.Parse((string)request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    public string? Text(string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    public bool Flag(string name) => bool.TryParse(Text(name), out var yes) && yes;

    public Guid? Id(string name) => UrlValues.Id(Text(name));

    public DateOnly? Day(string name) => UrlValues.Day(Text(name));

    public T? OneOf<T>(string name)
        where T : struct, Enum => UrlValues.OneOf<T>(Text(name));
}
