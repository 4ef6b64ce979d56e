using System.Globalization;

namespace CoBuilding.Documents;

/// <summary>A part of a paper, without its look: that is the renderer's.</summary>
public abstract record Block
{
    /// <param name="IsGrand">The large title word of a letter of appointment.</param>
    public sealed record Title(string Text, bool OnNewPage = false, bool IsGrand = false) : Block;

    /// <summary>
    /// The red words at the head of minutes, whose upper edge lies 35 mm below that of the text area; set as large as the width allows.
    /// </summary>
    public sealed record RedMark(string Text) : Block;

    /// <summary>Below a red mark: the issuer at the left and the day at the right, over a red line.</summary>
    public sealed record RedLine(string Left, string Right) : Block;

    /// <summary>
    /// An attendance line: the label set like a heading, indented by two characters, further lines aligned with the first name.
    /// </summary>
    public sealed record People(string Label, string Names) : Block;

    /// <summary>The addressee, at the left edge.</summary>
    public sealed record Addressees(string Text) : Block;

    /// <summary>Indented by two characters.</summary>
    /// <param name="Lead">The words at its beginning that are set like a heading.</param>
    public sealed record Paragraph(string Text, string? Lead = null) : Block;

    /// <summary>Numbered by level, restarting below each title.</summary>
    /// <param name="Level">1 or 2.</param>
    public sealed record Heading(string Text, int Level = 1) : Block;

    /// <summary>1., 2., 3.</summary>
    public sealed record Numbered(params IReadOnlyList<string> Items) : Block;

    /// <summary>A line around a table: as of when, how many, by whom.</summary>
    public sealed record Line : Block
    {
        internal Line(string text, LineSide side = LineSide.Left) => (Text, Side) = (text, side);

        public string Text { get; }
        public bool IsMiddle => Side == LineSide.Middle;
        public bool IsRight => Side == LineSide.Right;
        internal LineSide Side { get; }
    }

    /// <summary>Who issues the paper, and the day below.</summary>
    public sealed record Signature(string Issuer, string Day) : Block;

    /// <summary>A page with a name twice in the largest possible size: for both sides of a stand, or to be cut.</summary>
    /// <param name="Below">In smaller letters below the name.</param>
    public sealed record Card(string Name, string? Below) : Block
    {
        /// <summary>Names of two characters are spaced, as usual on place cards.</summary>
        public string Spaced => Name.Length == 2 ? $"{Name[0]}\u3000{Name[1]}" : Name;
    }

    /// <summary>A table over the whole width; its header stands on every page.</summary>
    /// <param name="RowHeight">Of the rows below the header, at least, in millimeters; 0 for what the text takes.</param>
    /// <param name="IsForm">Without a header; the first column contains labels.</param>
    public sealed record Table(
        IReadOnlyList<(string Header, double Width)> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows,
        int RowHeight,
        bool IsForm
    ) : Block
    {
        private const int RoomyColumns = 6;
        private const double NarrowWidth = 20;

        /// <summary>With many columns the letters are smaller.</summary>
        public bool IsDense => Columns.Count > RoomyColumns;

        /// <summary>Narrow columns contain short words and are centered.</summary>
        public bool IsNarrow(int column) => Columns[column].Width <= NarrowWidth;

        /// <param name="ordinal">The header of a first column that counts the rows.</param>
        internal static Table Of<T>(string ordinal, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, int rowHeight = 0) =>
            new(
                [(ordinal, 7), .. columns.Select(c => (c.Header, c.Width))],
                [.. rows.Select((row, n) => (IReadOnlyList<string>)[Text(n + 1), .. columns.Select(c => Text(c.Value(row)))])],
                rowHeight,
                IsForm: false
            );

        internal static Table Form(int rowHeight, params IReadOnlyList<(string Label, string Value)> rows) =>
            new([("", 12), ("", 28)], [.. rows.Select(r => (IReadOnlyList<string>)[r.Label, r.Value])], rowHeight, IsForm: true);

        private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }
}
