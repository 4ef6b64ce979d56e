using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CoBuilding.Documents;

/// <summary>Writes a paper as a real .docx in the layout of GB/T 9704-2012. The same paper always gives the same bytes.</summary>
internal static class WordPaper
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(Paper paper)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            var core = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(core, "rId2");
            OpenXmlFile.Describe(core);
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = PaperStyles.Styles();
            main.AddNewPart<DocumentSettingsPart>("rId2").Settings = PaperLayout.Settings(paper.IsAcross);
            main.AddNewPart<FontTablePart>("rId3").Fonts = PaperStyles.Table();

            List<HeaderFooterReferenceType> parts = [];
            if (paper.Watermark is { } mark)
            {
                foreach (var (type, id) in new[] { (HeaderFooterValues.Default, "rId4"), (HeaderFooterValues.Even, "rId5") })
                {
                    using var header = new StreamWriter(
                        main.AddNewPart<HeaderPart>(id).GetStream(FileMode.Create),
                        new UTF8Encoding(false)
                    );
                    header.Write(PaperWatermark.Header(mark, PaperLayout.TextWidth(isAcross: false)));
                    parts.Add(new HeaderReference { Type = type, Id = id });
                }
            }
            foreach (var (type, id) in new[] { (HeaderFooterValues.Default, "rId6"), (HeaderFooterValues.Even, "rId7") })
            {
                main.AddNewPart<FooterPart>(id).Footer = PaperLayout.PageNumber(isEven: type == HeaderFooterValues.Even);
                parts.Add(new FooterReference { Type = type, Id = id });
            }

            using var writer = OpenXmlWriter.Create(main);
            writer.WriteStartElement(new DocumentFormat.OpenXml.Wordprocessing.Document());
            writer.WriteStartElement(new Body());
            var blocks = new PaperBlocks(writer, PaperLayout.TextWidth(paper.IsAcross));
            foreach (var block in paper.Numbered())
                blocks.Write(block);
            writer.WriteElement(PaperLayout.Section(paper.IsAcross, parts));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        return OpenXmlFile.Settle(package);
    }
}
