using System.Globalization;
using CoBuilding.Committees.Library;
using CoBuilding.Committees.Timeline;
using CoBuilding.Web.Shell;

namespace CoBuilding.Web.Downloads;

/// <summary>What a download's URL asks. Like the pages, it passes over what it cannot read.</summary>
internal sealed class Asked(HttpRequest request)
{
    /// <summary>The row in the path.</summary>
    public Guid Id => Guid.Parse((string)request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    public string? Text(string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    public bool Flag(string name) => bool.TryParse(Text(name), out var yes) && yes;

    public Guid? Row(string name) => InUrl.Row(Text(name));

    public DateOnly? Day(string name) =>
        InUrl.Day(Text(name));

    public T? OneOf<T>(string name) where T : struct, Enum => InUrl.OneOf<T>(Text(name));

    /// <summary>A version of the document in the path.</summary>
    public SeeDocument.Question Version() => new(Id, InUrl.Number(Text("version")));

    /// <summary>Two states of the committee in the path.</summary>
    public CompareRosters.Question Comparison() => new(Id, new(Day("then"), Day("thenknown")), new(Day("now"), Day("nowknown")));
}
