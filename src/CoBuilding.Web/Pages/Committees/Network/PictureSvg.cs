using System.Globalization;
using System.Xml.Linq;
using CoBuilding.Committees;
using CoBuilding.Committees.Rosters;
using CoBuilding.Texts;

namespace CoBuilding.Web.Pages.Committees.Network;

/// <summary>Draws a 1+N picture as SVG. All information given by lines or colors is also given as text.</summary>
internal static class PictureSvg
{
    private const string Ink = "#1f2328",
        Soft = "#57606a",
        Stroke = "#8a929a",
        Red = "#8c1c1f",
        Tint = "#f8f0ef",
        Amber = "#7a4a00";
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="id">Of the element, for the words that describe it.</param>
    public static string Draw(SeePicture.Answer picture, string id)
    {
        var layout = new PictureLayout(picture);
        var height = layout.Height + 2;
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"-1 -1 {Number(PictureLayout.Width + 2)} {Number(height)}"),
            new XAttribute("role", "img"),
            new XAttribute("id", id),
            new XAttribute("aria-labelledby", $"{id}-title {id}-text"),
            new XAttribute("class", "one-and-many"),
            new XElement(Svg + "title", new XAttribute("id", $"{id}-title"), Wording.T("Network.PictureOf", picture.Place)),
            new XElement(
                Svg + "desc",
                new XAttribute("id", $"{id}-text"),
                Wording.T("Network.PictureText", picture.Core, picture.Units.Count + picture.Military, picture.Bodies.Count)
            )
        );
        svg.Add(Links(layout));
        svg.Add(SpineOf(picture, layout));
        svg.Add(layout.Cards.Select(c => UnitOf(c, picture.Bodies.Count)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A body with its number among several, and how full it is.</summary>
    public static string BodyText(SeePicture.Body body, int number, int bodies) =>
        (bodies > 1 ? Mark(number) + " " : "")
        + Wording.T(body.Vacancies > 0 ? "Network.BodyWithVacancies" : "Network.BodyFull", body.Name, body.Seats, body.Vacancies);

    /// <summary>1 in a circle, and so on; a plain number beyond twenty.</summary>
    public static string Mark(int number) => number < 20 ? ((char)('\u2460' + number)).ToString() : $"({number + 1})";

    /// <summary>The bodies on which a unit has a seat, with the role if it is more than member.</summary>
    public static string SeatsText(SeePicture.Member unit, int bodies) =>
        string.Join(
            ' ',
            unit.Seats.Select(s =>
                    (bodies > 1 ? Mark(s.Body) : "")
                    + (s.Role == SeatRole.Member ? "" : Wording.T(s.Role))
                    + (s.IsVacant ? Wording.T("Network.VacantMark") : "")
                )
                .Where(t => t.Length > 0)
        );

    private static IEnumerable<XElement> Links(PictureLayout layout)
    {
        var core = layout.Core;
        if (layout.Above is { } above)
            yield return Path($"M{Number(core.Middle)} {Number(above.Bottom)}V{Number(core.Y)}", Ink, 2);
        if (layout.Below is { } below)
            yield return Path($"M{Number(core.Middle)} {Number(core.Bottom)}V{Number(below.Y)}", Ink, 2);
        foreach (var bus in layout.Buses)
            yield return Path(
                $"M{Number(bus.X < core.X ? core.X : core.Right)} "
                    + $"{Number(core.Center)}H{Number(bus.X)}M{Number(bus.X)} {Number(bus.Top)}V{Number(bus.Bottom)}",
                Red,
                1.5
            );
        foreach (var (unit, box) in layout.Cards.Select(c => (c.Unit, c.Box)))
        {
            var isLeft = box.X < core.X;
            var bus = layout.Buses.Where(b => isLeft ? b.X >= box.Right : b.X <= box.X).MinBy(b => Math.Abs(b.X - box.Middle))!;
            yield return Path($"M{Number(bus.X)} {Number(box.Center)}H{Number(isLeft ? box.Right : box.X)}", Red, unit.IsTwoWay ? 4 : 1.5);
        }
    }

    private static IEnumerable<XElement> SpineOf(SeePicture.Answer picture, PictureLayout layout)
    {
        if (layout.Above is { } above)
        {
            yield return Rectangle(above, "#ffffff", Ink, 1.5, 4);
            yield return Text(
                above.Middle,
                above.Y + 25,
                PictureText.Cut(picture.Above!, above.Width - 16, PictureLayout.Name),
                PictureLayout.Name,
                Ink,
                "middle",
                isBold: true
            );
        }
        var core = layout.Core;
        yield return Rectangle(core, Tint, Red, 2.5, 10);
        var y = core.Y + 36;
        foreach (var line in layout.CoreLines)
        {
            yield return Text(core.Middle, y, line, PictureLayout.Title, Red, "middle", isBold: true);
            y += 25;
        }
        yield return Text(
            core.Middle,
            y - 3,
            picture.Members is { } members ? Wording.T("Network.PartyMembers", members) : Wording.T("Network.PartyMembersUnknown"),
            PictureLayout.Small,
            Soft,
            "middle"
        );
        y += 22;
        foreach (var line in layout.BodyLines.SelectMany(l => l))
        {
            yield return Text(core.X + 16, y, line, PictureLayout.Small, Ink);
            y += 17;
        }
        if (layout.Below is not { } below)
            yield break;
        yield return Rectangle(below, "#ffffff", Ink, 1.5, 4);
        yield return Text(
            below.Middle,
            below.Y + 23,
            Wording.T("Network.BelowTitle_" + picture.Level, picture.Below.Count),
            PictureLayout.Name,
            Ink,
            "middle",
            isBold: true
        );
        foreach (var (chainLine, box) in layout.Items.Select(i => (i.ChainLine, i.Box)))
        {
            var figure = chainLine.IsLed
                ? chainLine.Members is { } counted
                    ? Wording.T("Network.Count", counted)
                    : "–"
                : Wording.T("Network.NotEntered");
            var room = box.Width - 20 - PictureText.WidthOf(figure, PictureLayout.Small);
            yield return Text(
                box.X + 4,
                box.Y + 16,
                PictureText.Cut(chainLine.Name, room, PictureLayout.Small),
                PictureLayout.Small,
                Ink,
                full: chainLine.Name
            );
            yield return Text(box.Right - 8, box.Y + 16, figure, PictureLayout.Small, Soft, "end");
        }
        if (picture.Below.Count > layout.Items.Count)
            yield return Text(
                below.Middle,
                below.Bottom - 14,
                Wording.T("Network.MoreBelow", picture.Below.Count - layout.Items.Count),
                PictureLayout.Small,
                Soft,
                "middle"
            );
    }

    private static XElement UnitOf(PictureLayout.Card card, int bodies)
    {
        var (unit, box) = (card.Unit, card.Box);
        var isVacant = unit.Seats.All(s => s.IsVacant);
        var group = new XElement(
            Svg + "g",
            new XElement(Svg + "title", unit.Name),
            Rectangle(box, "#ffffff", isVacant ? Amber : Stroke, 1, 4, isDashed: isVacant)
        );
        var y = box.Y + 21;
        foreach (var line in card.Lines)
        {
            group.Add(Text(box.X + 8, y, line, PictureLayout.Name, Ink, isBold: true));
            y += 19;
        }
        var room = box.Width - 16;
        var seats = SeatsText(unit, bodies);
        var facts = string.Join(
            ' ',
            new[]
            {
                seats,
                unit.IsTwoWay ? Wording.T("Network.TwoWay") : "",
                unit.Residence is null ? unit.Kind : Wording.T("Network.BlockMark", unit.Residence),
            }.Where(t => t.Length > 0)
        );
        group.Add(Text(box.X + 8, y - 2, PictureText.Cut(facts, room, PictureLayout.Small), PictureLayout.Small, isVacant ? Amber : Soft));
        if (unit.Superior is { } superior)
            group.Add(
                Text(
                    box.X + 8,
                    y + 15,
                    PictureText.Cut(Wording.T("Network.LineMark", superior), room, PictureLayout.Small),
                    PictureLayout.Small,
                    Soft
                )
            );
        return group;
    }

    private static XElement Rectangle(Box box, string fill, string stroke, double width, double radius, bool isDashed = false) =>
        new(
            Svg + "rect",
            new XAttribute("x", Number(box.X)),
            new XAttribute("y", Number(box.Y)),
            new XAttribute("width", Number(box.Width)),
            new XAttribute("height", Number(box.Height)),
            new XAttribute("rx", Number(radius)),
            new XAttribute("fill", fill),
            new XAttribute("stroke", stroke),
            new XAttribute("stroke-width", Number(width)),
            isDashed ? new XAttribute("stroke-dasharray", "5 3") : null
        );

    private static XElement Path(string d, string stroke, double width) =>
        new(
            Svg + "path",
            new XAttribute("d", d),
            new XAttribute("fill", "none"),
            new XAttribute("stroke", stroke),
            new XAttribute("stroke-width", Number(width))
        );

    /// <param name="full">The full text, shown as a tooltip if it was cut.</param>
    private static XElement Text(
        double x,
        double y,
        string text,
        double size,
        string fill,
        string anchor = "start",
        bool isBold = false,
        string? full = null
    ) =>
        new(
            Svg + "text",
            new XAttribute("x", Number(x)),
            new XAttribute("y", Number(y)),
            new XAttribute("font-size", Number(size)),
            new XAttribute("fill", fill),
            new XAttribute("text-anchor", anchor),
            isBold ? new XAttribute("font-weight", "600") : null,
            full is null ? null : new XElement(Svg + "title", full),
            text
        );

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
