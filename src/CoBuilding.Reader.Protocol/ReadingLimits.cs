namespace CoBuilding.Reader.Protocol;

/// <summary>What is read of a file at most; beyond it the file is refused.</summary>
public static class ReadingLimits
{
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>What a package unpacks to in all, counted while it is read.</summary>
    public const int MostUnpacked = 100 * 1024 * 1024;

    /// <summary>A list of 20,000, and what stands above and below it.</summary>
    public const int MostRows = 20_100;

    /// <summary>Of a pasted block; what comes below is not looked at, since it is too much already.</summary>
    public const int MostPastedRows = 2_010;

    /// <summary>Columns in which anything stands.</summary>
    public const int MostColumns = 200;

    /// <summary>As much as a spreadsheet's cell can hold; what goes beyond is cut off.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Over all cells or lines, a text that is used again counted again.</summary>
    public const int MostCharacters = 20_000_000;

    /// <summary>In a text or a pasted block, in characters.</summary>
    public const int LongestTextLine = 1_000_000;

    /// <summary>Of an attachment: each is looked at, however little stands in it.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>A line of an attachment as it comes back; a longer one comes in pieces.</summary>
    public const int LongestLine = 10_000;

    /// <summary>Elements within elements.</summary>
    public const int DeepestElement = 256;

    /// <summary>Distinct names of elements and attributes in one part of a package.</summary>
    public const int MostNames = 20_000;

    /// <summary>A PDF's pages above pages, objects that refer to objects, and drawings within drawings.</summary>
    public const int DeepestObject = 1_000;
    public const int MostPages = 2_000;

    /// <summary>Letters that the pages of a PDF draw.</summary>
    public const int MostLetters = 3_000_000;
}
