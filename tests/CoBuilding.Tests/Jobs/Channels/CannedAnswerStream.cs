using System.Text;

namespace CoBuilding.Tests.Jobs.Channels;

/// <summary>A simulated connection that accepts all input and returns a fixed response.</summary>
internal sealed class CannedAnswerStream(string answer) : Stream
{
    private readonly MemoryStream answers = new(Encoding.ASCII.GetBytes(answer));

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => answers.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) { }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
