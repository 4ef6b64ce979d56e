namespace CoBuilding.Reader.Protocol;

/// <summary>The only variable of the portal in the reader's environment.</summary>
public static class ReaderEnvironment
{
    /// <summary>In bytes.</summary>
    public const string AddressSpace = "READER_ADDRESS_SPACE";
}
