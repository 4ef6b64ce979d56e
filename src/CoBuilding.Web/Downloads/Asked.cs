using System.Globalization;
using CoBuilding.Committees.Timeline;

namespace CoBuilding.Web.Downloads;

/// <summary>What a download's URL asks. Like the pages, it passes over what it cannot read.</summary>
internal sealed class Asked(HttpRequest request)
{
    /// <summary>The row in the path.</summary>
    public Guid Id => Guid.Parse((string)request.RouteValues["id"]!, CultureInfo.InvariantCulture);

    public string? Text(string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    public bool Flag(string name) => bool.TryParse(Text(name), out var yes) && yes;

    public Guid? Row(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public T? OneOf<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Text(name), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Two states of the committee in the path.</summary>
    public CompareRosters.Question Comparison() => new(Id, new(Day("then"), Day("thenknown")), new(Day("now"), Day("nowknown")));
}
