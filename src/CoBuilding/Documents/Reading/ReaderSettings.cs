namespace CoBuilding.Documents.Reading;

/// <summary>How foreign files are read; the operator's, in the section <c>Reader</c>.</summary>
public sealed class ReaderSettings
{
    public const string Section = "Reader";

    /// <summary>How many files are read at the same time.</summary>
    public int Children { get; set; } = 2;

    /// <summary>Of managed memory, for each child.</summary>
    public int HeapMegabytes { get; set; } = 512;

    /// <summary>Of addresses, for each child: the runtime's own reservations count.</summary>
    public int AddressSpaceMegabytes { get; set; } = 3584;

    /// <summary>Of the processor's time, for one file.</summary>
    public int ProcessorSeconds { get; set; } = 6;

    /// <summary>By the clock, for one file.</summary>
    public int Seconds { get; set; } = 8;

    /// <summary>The maximum waiting time for a turn; after it the user is asked to try again.</summary>
    public int WaitSeconds { get; set; } = 10;

    /// <summary>After so many files a child is replaced.</summary>
    public int FilesPerChild { get; set; } = 50;

    /// <summary>All values are positive, and the address space exceeds the memory.</summary>
    public bool AreSound() =>
        Children > 0
        && ProcessorSeconds > 0
        && Seconds > 0
        && WaitSeconds > 0
        && FilesPerChild > 0
        && HeapMegabytes >= 32
        && AddressSpaceMegabytes >= 2 * HeapMegabytes;
}
