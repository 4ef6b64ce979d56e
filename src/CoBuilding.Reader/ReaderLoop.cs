using CoBuilding.Reader.Attachments;
using CoBuilding.Reader.Confinement;
using CoBuilding.Reader.Lists;
using CoBuilding.Reader.Protocol;

namespace CoBuilding.Reader;

/// <summary>Confines itself, then reads one file after the other until the portal closes the pipe.</summary>
internal static class ReaderLoop
{
    private const int PipeBuffer = 64 * 1024;
    private const long CollectAbove = 64 * 1024 * 1024;

    /// <returns>The exit code: 0 at the end of the pipe, 1 after a file that exhausted the memory.</returns>
    public static int Run(Stream input, Stream output)
    {
        using var portal = new MessagePipe(input, new BufferedStream(output, PipeBuffer), MessagePipe.MostRequest);
        portal.Write(new ReaderMessage.Hello(MessagePipe.Version, SelfConfinement.Enter()));
        portal.Flush();
        while (portal.Read() is ReaderMessage.Request request)
        {
            var ending = Answer(portal, request);
            portal.Write(ending);
            portal.Flush();
            if (ending is ReaderMessage.Refused { Reason: RefusalReason.OutOfMemory })
                return 1;
            // Memory left over from a large file would count against the limit of the next one.
            if (GC.GetTotalMemory(forceFullCollection: false) > CollectAbove)
                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
        return 0;
    }

    private static ReaderMessage Answer(MessagePipe portal, ReaderMessage.Request request)
    {
        try
        {
            switch (request.Kind)
            {
                case ReadingKind.List:
                    SendSheets(portal, ListReader.Read(request.File));
                    break;
                case ReadingKind.Pasted:
                    SendSheets(portal, [TextList.ReadPasted(request.File)]);
                    break;
                default:
                    AttachmentReader.Read(request.Kind, request.File, new AttachmentLines(portal.Write));
                    break;
            }
            return new ReaderMessage.Done();
        }
        catch (FileRefused refused)
        {
            return refused.Answer;
        }
        catch (OutOfMemoryException)
        {
            return new ReaderMessage.Refused(RefusalReason.OutOfMemory);
        }
        catch (Exception failure) when (failure is InvalidDataException or not IOException)
        {
            // Parsers of untrusted files may throw any exception type.
            return new ReaderMessage.Refused(RefusalReason.Unreadable);
        }
    }

    private static void SendSheets(MessagePipe portal, IEnumerable<IReadOnlyList<ReaderMessage.Row>> sheets)
    {
        foreach (var rows in sheets)
        {
            foreach (var row in rows)
                portal.Write(row);
            portal.Write(new ReaderMessage.SheetEnd());
            portal.Flush();
            if (portal.Read() is not ReaderMessage.NextSheet { IsWanted: true })
                return;
        }
    }
}
