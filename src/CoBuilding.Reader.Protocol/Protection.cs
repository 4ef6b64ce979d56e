namespace CoBuilding.Reader.Protocol;

/// <summary>The restrictions that the reader applies to itself before it reads a byte.</summary>
public enum Protection : byte
{
    /// <summary>No new programs, no new processes, no sockets.</summary>
    SystemCallFilter,
    AddressSpaceLimit,
    NoCoreFile,
    LowestPriority,
}
