namespace CoBuilding.Reader.Protocol;

/// <summary>What the reader puts on itself before it reads a byte.</summary>
public enum Protection : byte
{
    /// <summary>No new programs, no new processes, no sockets.</summary>
    SystemCallFilter,
    AddressSpaceLimit,
    NoCoreFile,
    LowestPriority,
}
