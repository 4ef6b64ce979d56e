using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace CoBuilding.Reader.Attachments;

/// <summary>Created by the PDF library.</summary>
internal sealed class PdfLinesFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
) : BasePageFactory<PdfLines>(scanner, resources, filters, parser, options)
{
    protected override PdfLines ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    ) => new Processor(this, pageNumber, cropBox, userSpaceUnit, rotation, initialMatrix).Process(pageNumber, operations);

    /// <summary>Executes the page content and keeps only the letters.</summary>
    private sealed class Processor(
        PdfLinesFactory factory,
        int page,
        CropBox crop,
        UserSpaceUnit unit,
        PageRotationDegrees rotation,
        in TransformationMatrix initial
    )
        : BaseStreamProcessor<PdfLines>(
            page,
            factory.ResourceStore,
            factory.PdfScanner,
            factory.PageContentParser,
            factory.FilterProvider,
            crop,
            unit,
            rotation,
            initial,
            factory.ParsingOptions
        )
    {
        private readonly PdfLimits limits = ((PdfFilters)factory.ParsingOptions.FilterProvider!).Limits;
        private readonly List<PdfLines.Glyph> letters = [];
        private readonly List<string> spoken = [];

        public override PdfLines Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
        {
            CloneAllStates();
            ProcessOperations(operations);
            return new PdfLines(letters, spoken);
        }

        public override void RenderGlyph(
            IFont font,
            CurrentGraphicsState currentState,
            double fontSize,
            double pointSize,
            int code,
            string unicode,
            long currentOffset,
            in TransformationMatrix renderingMatrix,
            in TransformationMatrix textMatrix,
            in TransformationMatrix transformationMatrix,
            CharacterBoundingBox characterBoundingBox
        )
        {
            limits.Letter();
            if (string.IsNullOrEmpty(unicode))
                return;
            var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
            var end = transformationMatrix.Transform(
                textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0)))
            );
            letters.Add(new(unicode, Math.Min(start.X, end.X), Math.Max(start.X, end.X), start.Y, Math.Abs(pointSize)));
        }

        public override void ApplyXObject(NameToken xObjectName) => limits.Draws(() => base.ApplyXObject(xObjectName));

        // Drawings are ignored.
        protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) { }

        protected override void RenderInlineImage(InlineImage inlineImage) { }

        protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

        public override void BeginSubpath() { }

        public override PdfPoint? CloseSubpath() => null;

        public override void StrokePath(bool close) { }

        public override void FillPath(FillingRule fillingRule, bool close) { }

        public override void FillStrokePath(FillingRule fillingRule, bool close) { }

        public override void MoveTo(double x, double y) { }

        public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

        public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3) { }

        public override void LineTo(double x, double y) { }

        public override void Rectangle(double x, double y, double width, double height) { }

        public override void EndPath() { }

        public override void ClosePath() { }

        public override void ModifyClippingIntersect(FillingRule clippingRule) { }

        public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
        {
            foreach (var text in (properties?.Data.Values ?? []).Select(PdfString.Of).OfType<string>())
            {
                limits.Letter();
                spoken.Add(text);
            }
        }

        public override void EndMarkedContent() { }

        public override void PaintShading(NameToken shadingName) { }
    }
}
