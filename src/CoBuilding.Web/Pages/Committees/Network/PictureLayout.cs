using CoBuilding.Committees.Rosters;

namespace CoBuilding.Web.Pages.Committees.Network;

/// <summary>
/// The layout of a 1+N picture: the spine in the middle (above, core, below), the units in columns on both sides, and a rail
/// at the core's height that connects them. In pixels; the height depends on the content.
/// </summary>
internal sealed class PictureLayout
{
    public const double Width = 1200;
    public const double Title = 18,
        Name = 14,
        Small = 12;
    public const int MostUnits = 60,
        MostBelow = 48;

    private const double Between = 12,
        Rail = 28,
        Pad = 8,
        Line = 17;
    private const int MostRowsOfOneColumn = 9;

    internal sealed record Card(SeePicture.Member Unit, Box Box, IReadOnlyList<string> Lines);

    internal sealed record Item(SeePicture.ChainLine ChainLine, Box Box);

    /// <param name="X">The position of a bus with cards on both sides.</param>
    internal sealed record Bus(double X, double Top, double Bottom);

    public PictureLayout(SeePicture.Answer picture)
    {
        onLeft = (Math.Min(picture.Units.Count, MostUnits) + 1) / 2;
        columns = onLeft > MostRowsOfOneColumn ? 2 : 1;
        spine = columns == 2 ? 320 : 400;
        var left = (Width - spine) / 2;
        Above = picture.Above is null ? null : new Box(left + 30, 0, spine - 60, 40);
        CoreLines = PictureText.Wrap(picture.Core, spine - 40, Title, 3);
        BodyLines =
        [
            .. picture.Bodies.Select((b, n) => PictureText.Wrap(PictureSvg.BodyText(b, n, picture.Bodies.Count), spine - 32, Small, 2)),
        ];
        Core = new Box(
            left,
            Above is null ? 0 : Above.Bottom + Rail,
            spine,
            24 + (CoreLines.Count * 25) + 22 + (BodyLines.Sum(l => l.Count) * Line) + (BodyLines.Count > 0 ? 10 : 0)
        );
        var bottom = SetBelow(picture, left);
        Cards = [.. Arrange(picture)];
        Height = Math.Max(bottom, Cards.Select(c => c.Box.Bottom).DefaultIfEmpty(0).Max());
    }

    public double Height { get; }
    public Box? Above { get; }
    public Box Core { get; }
    public IReadOnlyList<string> CoreLines { get; }
    public IReadOnlyList<IReadOnlyList<string>> BodyLines { get; }

    /// <summary>Around the items; null where there are none.</summary>
    public Box? Below { get; private set; }
    public IReadOnlyList<Item> Items { get; private set; } = [];
    public IReadOnlyList<Card> Cards { get; }
    public IReadOnlyList<Bus> Buses => buses;

    private readonly List<Bus> buses = [];

    // The number of units on the left, the columns on each side, and the width left for the spine.
    private readonly int onLeft,
        columns;
    private readonly double spine;

    private double SetBelow(SeePicture.Answer picture, double left)
    {
        if (picture.Below.Count == 0)
            return Core.Bottom;
        var shown = picture.Below.Take(MostBelow).ToList();
        var across = shown.Count > 6 ? 2 : 1;
        var (rows, width) = ((shown.Count + across - 1) / across, (spine - (2 * Pad)) / across);
        var top = Core.Bottom + Rail;
        Items =
        [
            .. shown.Select(
                (chainLine, n) => new Item(chainLine, new Box(left + Pad + (n / rows * width), top + 34 + (n % rows * 24), width, 24))
            ),
        ];
        Below = new Box(left, top, spine, 34 + (rows * 24) + (picture.Below.Count > MostBelow ? 24 : 0) + Pad);
        return Below.Bottom;
    }

    private IEnumerable<Card> Arrange(SeePicture.Answer picture)
    {
        var units = picture.Units.Take(MostUnits).ToList();
        var width = columns == 2 ? (((Width - spine) / 2) - (2 * Rail)) / 2 : 300;
        var lines = units.ConvertAll(u => PictureText.Wrap(u.DisplayName, width - (2 * Pad), Name, columns == 2 ? 2 : 3));
        var height = (2 * Pad) + (lines.Select(l => l.Count).DefaultIfEmpty(1).Max() * 19) + (2 * Line);
        return Side(0, onLeft, -1).Concat(Side(onLeft, units.Count - onLeft, 1));

        // Rows are placed above and below the rail, as many above as fit.
        IEnumerable<Card> Side(int first, int count, int direction)
        {
            if (count == 0)
                return [];
            var rows = (count + columns - 1) / columns;
            var pitch = height + Between;
            var above = rows == 1 ? 0 : Math.Min(rows / 2, (int)((Core.Center + (Between / 2)) / pitch));
            var top = rows == 1 && columns == 1 ? Core.Center - (height / 2) : Core.Center + (Between / 2) - (above * pitch);
            List<Card> cards = [];
            for (var column = 0; column < columns; column++)
            {
                var edge = (direction < 0 ? Core.X : Core.Right) + (direction * (Rail + (column * (width + Rail))));
                var here = Math.Clamp(count - (column * rows), 0, rows);
                if (here == 0)
                    continue;
                for (var row = 0; row < here; row++)
                    cards.Add(
                        new Card(
                            units[first + (column * rows) + row],
                            new Box(direction < 0 ? edge - width : edge, top + (row * pitch), width, height),
                            lines[first + (column * rows) + row]
                        )
                    );
                var (highest, lowest) = (cards[^here].Box.Center, cards[^1].Box.Center);
                buses.Add(new Bus(edge - (direction * Rail / 2), Math.Min(highest, Core.Center), Math.Max(lowest, Core.Center)));
            }
            return cards;
        }
    }
}
