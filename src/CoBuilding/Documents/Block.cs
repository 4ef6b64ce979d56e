using System.Globalization;

namespace CoBuilding.Documents;

internal abstract record Block
{
    /// <param name="IsGrand">The large title word of a letter of appointment.</param>
    internal sealed record Title(string Text, bool OnNewPage = false, bool IsGrand = false) : Block;

    /// <summary>
    /// The red words at the head of minutes, whose upper edge lies 35 mm below that of the text area; set as large as the width allows.
    /// </summary>
    internal sealed record RedMark(string Text) : Block;

    /// <summary>Below a red mark: the issuer at the left and the day at the right, over a red line.</summary>
    internal sealed record RedLine(string Left, string Right) : Block;

    /// <summary>
    /// An attendance line: the label set like a heading, indented by two characters, further lines aligned with the first name.
    /// </summary>
    internal sealed record People(string Label, string Names) : Block;

    /// <summary>The addressee, at the left edge.</summary>
    internal sealed record Addressees(string Text) : Block;

    /// <summary>Indented by two characters.</summary>
    /// <param name="Lead">The words at its beginning that are set like a heading.</param>
    internal sealed record Paragraph(string Text, string? Lead = null) : Block;

    /// <summary>Numbered by level, restarting below each title.</summary>
    /// <param name="Level">1 or 2.</param>
    internal sealed record Heading(string Text, int Level = 1) : Block;

    /// <summary>1., 2., 3.</summary>
    internal sealed record Numbered(params IReadOnlyList<string> Items) : Block;

    /// <summary>A line around a table: as of when, how many, by whom.</summary>
    internal sealed record Line(string Text, LineSide Side = LineSide.Left) : Block;

    /// <summary>Who issues the paper, and the day below.</summary>
    internal sealed record Signature(string Issuer, string Day) : Block;

    /// <summary>A page with a name twice in the largest possible size: for both sides of a stand, or to be cut.</summary>
    /// <param name="Below">In smaller letters below the name.</param>
    internal sealed record Card(string Name, string? Below) : Block;

    /// <summary>A table over the whole width; its header stands on every page.</summary>
    /// <param name="RowHeight">Of the rows below the header, at least, in millimeters; 0 for what the text takes.</param>
    /// <param name="IsForm">Without a header; the first column contains labels.</param>
    internal sealed record Table(
        IReadOnlyList<(string Header, double Width)> Columns,
        IReadOnlyList<IReadOnlyList<string>> Rows,
        int RowHeight,
        bool IsForm
    ) : Block
    {
        /// <param name="ordinal">The header of a first column that counts the rows.</param>
        public static Table Of<T>(string ordinal, IReadOnlyList<Column<T>> columns, IReadOnlyList<T> rows, int rowHeight = 0) =>
            new(
                [(ordinal, 7), .. columns.Select(c => (c.Header, c.Width))],
                [.. rows.Select((row, n) => (IReadOnlyList<string>)[Text(n + 1), .. columns.Select(c => Text(c.Value(row)))])],
                rowHeight,
                IsForm: false
            );

        public static Table Form(int rowHeight, params IReadOnlyList<(string Label, string Value)> rows) =>
            new([("", 12), ("", 28)], [.. rows.Select(r => (IReadOnlyList<string>)[r.Label, r.Value])], rowHeight, IsForm: true);

        private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
    }
}
