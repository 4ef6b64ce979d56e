namespace CoBuilding.Web.Shell;

/// <summary>An incoming stream of known length.</summary>
internal static class WholeStream
{
    /// <summary>Reads its bytes into one array, without a second copy, since a file may have 20 MB.</summary>
    /// <exception cref="EndOfStreamException">The stream ends early.</exception>
    public static async Task<byte[]> ReadWholeAsync(this Stream content, long length, CancellationToken ct)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
