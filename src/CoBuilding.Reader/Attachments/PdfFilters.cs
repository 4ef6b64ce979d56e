using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Reader.Attachments;

/// <summary>Unpacks the parts of a PDF within the limits. Pictures stay packed, since no text is read from them.</summary>
internal sealed class PdfFilters(PdfLimits limits) : BaseFilterProvider(Bounded(limits))
{
    public PdfLimits Limits => limits;

    private static Dictionary<string, IFilter> Bounded(PdfLimits limits)
    {
        var known = DefaultFilterProvider.Instance;
        return new[]
        {
            NameToken.FlateDecode,
            NameToken.FlateDecodeAbbreviation,
            NameToken.LzwDecode,
            NameToken.LzwDecodeAbbreviation,
            NameToken.RunLengthDecode,
            NameToken.RunLengthDecodeAbbreviation,
            NameToken.Ascii85Decode,
            NameToken.Ascii85DecodeAbbreviation,
            NameToken.AsciiHexDecode,
            NameToken.AsciiHexDecodeAbbreviation,
            NameToken.DctDecode,
            NameToken.DctDecodeAbbreviation,
            NameToken.CcittfaxDecode,
            NameToken.CcittfaxDecodeAbbreviation,
            NameToken.Jbig2Decode,
            NameToken.JpxDecode,
        }.ToDictionary(name => name.Data, name => (IFilter)new Filter(known.GetNamedFilters([name])[0], limits));
    }

    private sealed class Filter(IFilter inner, PdfLimits limits) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is DctDecodeFilter or CcittFaxDecodeFilter or Jbig2DecodeFilter or JpxDecodeFilter)
                return input;
            limits.Unpacks(SizeOf(input));
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        /// <summary>Counted before the library unpacks it whole; for old filters, the worst-case size.</summary>
        private long SizeOf(Memory<byte> input) =>
            inner switch
            {
                FlateFilter => Inflated(input),
                LzwFilter => input.Length * 2_731L,
                RunLengthFilter => input.Length * 64L,
                _ => input.Length * 4L,
            };

        private long Inflated(Memory<byte> input)
        {
            if (input.Length < 2)
                return 0;
            var (size, piece) = (0L, new byte[81_920]);
            try
            {
                using var flat = new DeflateStream(new MemoryStream(input[2..].ToArray(), writable: false), CompressionMode.Decompress);
                while (size <= limits.Left && flat.Read(piece) is > 0 and var read)
                    size += read;
            }
            catch (InvalidDataException)
            {
                // Damaged later on: the library uses what comes before, and so does this.
            }
            return size;
        }
    }
}
