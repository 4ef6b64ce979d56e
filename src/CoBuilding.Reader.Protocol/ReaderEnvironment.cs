namespace CoBuilding.Reader.Protocol;

/// <summary>The one variable of our own in the reader's environment.</summary>
public static class ReaderEnvironment
{
    /// <summary>In bytes.</summary>
    public const string AddressSpace = "READER_ADDRESS_SPACE";
}
