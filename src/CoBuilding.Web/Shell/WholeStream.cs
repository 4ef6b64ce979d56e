namespace CoBuilding.Web.Shell;

/// <summary>What somebody sends, whose length is known.</summary>
internal static class WholeStream
{
    /// <summary>Its bytes, held once: a file may have twenty megabytes.</summary>
    /// <exception cref="EndOfStreamException">It ends before.</exception>
    public static async Task<byte[]> ReadWholeAsync(this Stream content, long length, CancellationToken ct)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
