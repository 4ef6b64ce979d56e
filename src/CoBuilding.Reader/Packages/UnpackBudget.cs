using System.IO.Compression;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader.Packages;

/// <summary>Limits the total unpacked size. Counts actual bytes instead of trusting the sizes stated in the package.</summary>
internal sealed class UnpackBudget
{
    private long left = ReadingLimits.MostUnpacked;

    public long Left => left;

    public Stream Open(ZipArchiveEntry part) => new Counted(part.Open(), this);

    public int Spend(int read) => (left -= read) < 0 ? throw Blown() : read;

    public static FileRefused Blown() => new(RefusalReason.UnpacksTooLarge, ReadingLimits.MostUnpacked / 1024 / 1024);

    private sealed class Counted(Stream inner, UnpackBudget unpackBudget) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => unpackBudget.Spend(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => unpackBudget.Spend(inner.Read(buffer));

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
