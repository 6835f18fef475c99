<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Antou</source>
        <translation>关于案头</translation>
    </message>
    <message>
        <source>Antou {version}</source>
        <translation>案头 {version}</translation>
    </message>
    <message>
        <source>Reads and annotates government gazettes on this computer alone.</source>
        <translation>政府公报的阅读与批注工具，只在本机运行。</translation>
    </message>
    <message>
        <source>No network is used: nothing is sent, nothing is fetched.</source>
        <translation>不使用网络：不上传，也不下载任何内容。</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>资料库：{path}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>设置：{path}</translation>
    </message>
    <message>
        <source>Log and reports: {path}</source>
        <translation>日志与报告：{path}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>显示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation>打开资料库(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建资料库(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete this issue…</source>
        <translation>删除本期(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy with c&amp;itation</source>
        <translation>复制并注明出处(&amp;I)</translation>
    </message>
    <message>
        <source>Copy &amp;title and number</source>
        <translation>复制标题和文号(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Find in this document</source>
        <translation>在本文件中查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Search the library</source>
        <translation>检索资料库(&amp;S)</translation>
    </message>
    <message>
        <source>Fi&amp;lter the tree</source>
        <translation>筛选目录树(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>首选项(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Previous document</source>
        <translation>上一件文件(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next document</source>
        <translation>下一件文件(&amp;N)</translation>
    </message>
    <message>
        <source>Next &amp;hit</source>
        <translation>下一处(&amp;H)</translation>
    </message>
    <message>
        <source>P&amp;revious hit</source>
        <translation>上一处(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Yellow</source>
        <translation>黄色(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Green</source>
        <translation>绿色(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Blue</source>
        <translation>蓝色(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Red</source>
        <translation>红色(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Purple</source>
        <translation>紫色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Underline</source>
        <translation>下划线(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Usual size</source>
        <translation>默认字号(&amp;U)</translation>
    </message>
    <message>
        <source>Lib&amp;rary and results</source>
        <translation>左侧：资料库和检索(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Outline and marks</source>
        <translation>右侧：目录和标注(&amp;O)</translation>
    </message>
    <message>
        <source>Select by &amp;keyboard</source>
        <translation>用键盘选择文字(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Antou</source>
        <translation>关于案头(&amp;A)</translation>
    </message>
    <message>
        <source>Light, &amp;dark, sepia</source>
        <translation>切换浅色、深色、护眼(&amp;D)</translation>
    </message>
    <message>
        <source>To the library tr&amp;ee</source>
        <translation>转到资料库目录(&amp;E)</translation>
    </message>
    <message>
        <source>To the &amp;results</source>
        <translation>转到检索结果(&amp;Q)</translation>
    </message>
    <message>
        <source>To the te&amp;xt</source>
        <translation>转到正文(&amp;X)</translation>
    </message>
    <message>
        <source>To the outl&amp;ine</source>
        <translation>转到目录(&amp;I)</translation>
    </message>
    <message>
        <source>To the &amp;marks</source>
        <translation>转到标注(&amp;M)</translation>
    </message>
    <message>
        <source>Import f&amp;older…</source>
        <translation>导入文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Welcome: three steps</source>
        <translation>新手三步(&amp;W)</translation>
    </message>
    <message>
        <source>Copy as &amp;GB/T 7714</source>
        <translation>按 GB/T 7714 复制(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>Mark ends &amp;later</source>
        <translation>标注终点后移(&amp;L)</translation>
    </message>
    <message>
        <source>Mark &amp;ends earlier</source>
        <translation>标注终点前移(&amp;E)</translation>
    </message>
    <message>
        <source>Mark begins e&amp;arlier</source>
        <translation>标注起点前移(&amp;A)</translation>
    </message>
    <message>
        <source>Mark begins la&amp;ter</source>
        <translation>标注起点后移(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Note on the selection or paragraph</source>
        <translation>批注所选文字或段落(&amp;N)</translation>
    </message>
    <message>
        <source>Note on the do&amp;cument</source>
        <translation>批注本文件(&amp;C)</translation>
    </message>
    <message>
        <source>Boo&amp;kmark the paragraph</source>
        <translation>段落书签(&amp;K)</translation>
    </message>
    <message>
        <source>Book&amp;mark the document</source>
        <translation>文件书签(&amp;M)</translation>
    </message>
    <message>
        <source>Tags of the d&amp;ocument…</source>
        <translation>文件标签(&amp;O)…</translation>
    </message>
    <message>
        <source>Open t&amp;he mark at the caret</source>
        <translation>打开光标处的标注(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Deleted marks…</source>
        <translation>回收站(&amp;D)…</translation>
    </message>
    <message>
        <source>Read b&amp;eside…</source>
        <translation>对照阅读(&amp;E)…</translation>
    </message>
    <message>
        <source>Next &amp;difference</source>
        <translation>下一处不同(&amp;D)</translation>
    </message>
    <message>
        <source>Previous differen&amp;ce</source>
        <translation>上一处不同(&amp;C)</translation>
    </message>
    <message>
        <source>Names of the colour&amp;s…</source>
        <translation>标注颜色的名称(&amp;S)…</translation>
    </message>
    <message>
        <source>Read the &amp;whole issue</source>
        <translation>通读全期(&amp;W)</translation>
    </message>
    <message>
        <source>Check doubt&amp;ful marks</source>
        <translation>核对存疑的标注(&amp;F)</translation>
    </message>
    <message>
        <source>Put the checked mark on the select&amp;ion</source>
        <translation>将核对的标注放在选中处(&amp;I)</translation>
    </message>
    <message>
        <source>Re&amp;work tags…</source>
        <translation>管理标签(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Read sources again…</source>
        <translation>重新识别来源(&amp;R)…</translation>
    </message>
    <message>
        <source>How to &amp;search</source>
        <translation>检索方法(&amp;S)</translation>
    </message>
    <message>
        <source>Pr&amp;oofread with the source</source>
        <translation>对照原文校对(&amp;O)</translation>
    </message>
    <message>
        <source>Ne&amp;xt paragraph</source>
        <translation>下一段(&amp;X)</translation>
    </message>
    <message>
        <source>Previous paragr&amp;aph</source>
        <translation>上一段(&amp;A)</translation>
    </message>
    <message>
        <source>Lin&amp;k with another version…</source>
        <translation>关联其他版本(&amp;K)…</translation>
    </message>
    <message>
        <source>Compare with the other &amp;version</source>
        <translation>与其他版本对照(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Correct</source>
        <translation>更正(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Words, paragraph or cell…</source>
        <translation>更正文字(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Plain paragraph</source>
        <translation>正文段落(&amp;P)</translation>
    </message>
    <message>
        <source>Heading of level &amp;1</source>
        <translation>一级标题(&amp;A)</translation>
    </message>
    <message>
        <source>Heading of level &amp;2</source>
        <translation>二级标题(&amp;B)</translation>
    </message>
    <message>
        <source>Heading of level &amp;3</source>
        <translation>三级标题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Join with the next paragraph</source>
        <translation>与下一段合并(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Cut the paragraph here</source>
        <translation>在光标处拆开(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Title, number, date…</source>
        <translation>标题、文号等(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;List of corrections…</source>
        <translation>更正记录(&amp;L)…</translation>
    </message>
    <message>
        <source>A&amp;nother document from here</source>
        <translation>从这一段起为另一件文件(&amp;N)</translation>
    </message>
    <message>
        <source>M&amp;erge with the next document</source>
        <translation>与下一件文件合并(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Move to another issue…</source>
        <translation>移到另一期(&amp;M)…</translation>
    </message>
    <message>
        <source>Previous warning (&amp;Q)</source>
        <translation>上一处存疑(&amp;Q)</translation>
    </message>
    <message>
        <source>Next warn&amp;ing of the recogniser</source>
        <translation>下一处存疑(&amp;I)</translation>
    </message>
</context>
<context>
    <name>AddressBox</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Go to an article, a heading, a page, a document</source>
        <translation>转到条款、标题、页码或文件</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>AddressDesk</name>
    <message>
        <source>Only named in the list of attachments, not printed here</source>
        <translation>仅见附件目录，正文未刊登</translation>
    </message>
    <message>
        <source>Named in this document</source>
        <translation>本文件中提及</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第{page}页</translation>
    </message>
    <message>
        <source>Page {page} of the file</source>
        <translation>源文件第{page}页</translation>
    </message>
    <message>
        <source>Page {page} is in the document that begins on page {first}</source>
        <translation>第{page}页在第{first}页起的文件之内</translation>
    </message>
    <message>
        <source>第十七条 · 三（二）3 · 附件2 · 第12页 · 〔2024〕20号 · words of a heading or title</source>
        <translation>第十七条 · 三（二）3 · 附件2 · 第12页 · 〔2024〕20号 · 标题中的词</translation>
    </message>
    <message>
        <source>There is no such heading here, and no such document in the library.</source>
        <translation>本文件没有这样的标题，资料库中也没有这样的文件。</translation>
    </message>
    <message>
        <source>There is no “{address}” in this document.</source>
        <translation>本文件没有“{address}”。</translation>
    </message>
    <message>
        <source>Under “{head}” the last one is “{last}”.</source>
        <translation>“{head}”之下到“{last}”为止。</translation>
    </message>
    <message>
        <source>Under “{head}” there is nothing of the kind.</source>
        <translation>“{head}”之下没有这一层。</translation>
    </message>
    <message>
        <source>The last one is “{last}”.</source>
        <translation>最后一处是“{last}”。</translation>
    </message>
    <message>
        <source>It is not known on which pages this document stands.</source>
        <translation>不知道本文件的页码。</translation>
    </message>
    <message>
        <source>Page {page} is not known here; known are: {span}.</source>
        <translation>这里没有第{page}页；已知的有：{span}。</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Import anyway…</source>
        <translation>仍要导入…</translation>
    </message>
    <message>
        <source>One document: merge…</source>
        <translation>是同一文件，合并…</translation>
    </message>
    <message>
        <source>Two documents: keep both</source>
        <translation>不是，都保留</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>已合并。</translation>
    </message>
    <message>
        <source>Confirmed; a new report tells what became of it.</source>
        <translation>已确认导入，结果见新的导入报告。</translation>
    </message>
    <message>
        <source>Import a classified file</source>
        <translation>导入涉密文件</translation>
    </message>
    <message>
        <source>Import “{file}” although it is marked as classified?</source>
        <translation>“{file}”标有密级，仍要导入吗？</translation>
    </message>
    <message>
        <source>Classified documents do not belong on an ordinary computer. Go on only if you know that this one is not classified any more, or never was.</source>
        <translation>涉密文件不应存放在非涉密计算机上。只有确认这份文件已经解密，或者本来就不涉密，才可以继续。</translation>
    </message>
    <message>
        <source>Import anyway</source>
        <translation>仍要导入</translation>
    </message>
    <message>
        <source>Both are kept.</source>
        <translation>两份都已保留。</translation>
    </message>
    <message>
        <source>The one that was here stays, as it is part of an issue. Marks and notes of the new one move to it, and the new one is removed from the library.</source>
        <translation>保留库中原有的一份（它刊载在公报中）；新导入的一份上的标注和批注转到原有的一份上，新导入的一份移出资料库。</translation>
    </message>
    <message>
        <source>The new one stays. Marks and notes of the one that was here move to it, and the one that was here is removed from the library.</source>
        <translation>保留新导入的一份；库中原有的一份上的标注和批注转到新导入的一份上，原有的一份移出资料库。</translation>
    </message>
    <message>
        <source>Merge two documents</source>
        <translation>合并两份文件</translation>
    </message>
    <message>
        <source>Make one document of both: “{title}”?</source>
        <translation>把两份《{title}》合并为一份吗？</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Two documents: unlink</source>
        <translation>不是，取消关联</translation>
    </message>
    <message>
        <source>One document: keep both, linked</source>
        <translation>是同一文件，都保留并互相关联</translation>
    </message>
</context>
<context>
    <name>BesideDialog</name>
    <message>
        <source>Read beside</source>
        <translation>对照阅读</translation>
    </message>
    <message>
        <source>Filter by title, number or issuer</source>
        <translation>按标题、文号、发文机关筛选</translation>
    </message>
    <message>
        <source>Filter the documents</source>
        <translation>筛选文件</translation>
    </message>
    <message>
        <source>Documents to read beside</source>
        <translation>可供对照的文件</translation>
    </message>
    <message>
        <source>&amp;Read beside</source>
        <translation>对照阅读(&amp;R)</translation>
    </message>
    <message>
        <source>Single document</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>another version</source>
        <translation>其他版本</translation>
    </message>
    <message>
        <source>amended by this one</source>
        <translation>被本文件修改</translation>
    </message>
    <message>
        <source>repealed by this one</source>
        <translation>被本文件废止</translation>
    </message>
    <message>
        <source>superseded by this one</source>
        <translation>被本文件替代</translation>
    </message>
    <message>
        <source>amends this one</source>
        <translation>修改本文件</translation>
    </message>
    <message>
        <source>repeals this one</source>
        <translation>废止本文件</translation>
    </message>
    <message>
        <source>supersedes this one</source>
        <translation>替代本文件</translation>
    </message>
    <message>
        <source>similar title</source>
        <translation>标题相近</translation>
    </message>
</context>
<context>
    <name>BinDesk</name>
    <message>
        <source>Deleted for good: {count} marks.</source>
        <translation>已彻底删除 {count} 条标注。</translation>
    </message>
</context>
<context>
    <name>BinModel</name>
    <message>
        <source>Deleted</source>
        <translation>删除时间</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>CheckingBar</name>
    <message>
        <source>Marks to be checked</source>
        <translation>待核对的标注</translation>
    </message>
    <message>
        <source>Check one by one</source>
        <translation>逐条核对</translation>
    </message>
    <message>
        <source>Accept (A)</source>
        <translation>接受(A)</translation>
    </message>
    <message>
        <source>Put it here (H)</source>
        <translation>放在选中处(H)</translation>
    </message>
    <message>
        <source>Not here (U)</source>
        <translation>不在这里(U)</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>下一条(N)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>结束(Esc)</translation>
    </message>
    <message>
        <source>{count} to be checked</source>
        <translation>{count} 处待核对</translation>
    </message>
    <message>
        <source>{count} without a place</source>
        <translation>{count} 处未定位</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Place to be checked</source>
        <translation>位置待核对</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>Select its words in the text, then put it here (Ctrl+Shift+H).</source>
        <translation>在正文中选中对应的文字，再按“放在选中处”（Ctrl+Shift+H）。</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>原标注</translation>
    </message>
    <message>
        <source>It is now</source>
        <translation>现文字</translation>
    </message>
</context>
<context>
    <name>CheckingDesk</name>
    <message>
        <source>No mark is to be checked.</source>
        <translation>没有需要核对的标注。</translation>
    </message>
    <message>
        <source>All doubtful marks have been looked at.</source>
        <translation>存疑的标注都已核对。</translation>
    </message>
    <message>
        <source>Select the words in the mark&apos;s own document first.</source>
        <translation>请先在该标注所属的文件中选中文字。</translation>
    </message>
    <message>
        <source>Marks whose place is in doubt after the import: {count}</source>
        <translation>导入后位置存疑的标注：{count} 条</translation>
    </message>
    <message>
        <source>They are kept with their words and notes.</source>
        <translation>标注的原文和批注都已保留。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
</context>
<context>
    <name>ChoiceChips</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Narrow no longer to {value}</source>
        <translation>不再限于 {value}</translation>
    </message>
    <message>
        <source>{facet}: {value}</source>
        <translation>{facet}：{value}</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>上一处不同 (Shift+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>下一处不同 (F8)</translation>
    </message>
    <message>
        <source>Scroll both together</source>
        <translation>两侧同步滚动</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Back to reading (Esc)</source>
        <translation>返回阅读 (Esc)</translation>
    </message>
    <message>
        <source>No difference but in blanks, widths and brackets</source>
        <translation>除空白、全半角和括号外，没有不同</translation>
    </message>
    <message>
        <source>Difference {at} of {count}</source>
        <translation>第 {at} 处不同，共 {count} 处</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} 处不同</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>{count} places amended</source>
        <translation>{count} 处修改</translation>
    </message>
    <message>
        <source>Amendment {at} of {count}</source>
        <translation>第 {at} 处修改，共 {count} 处</translation>
    </message>
    <message>
        <source>Little in common: {count} differences</source>
        <translation>两个文件少有相同之处：{count} 处不同</translation>
    </message>
</context>
<context>
    <name>ComparedSide</name>
    <message>
        <source>Single document</source>
        <translation>单篇文件</translation>
    </message>
</context>
<context>
    <name>CorrectingDesk</name>
    <message>
        <source>Correct the words</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>Correct the paragraph</source>
        <translation>更正这一段</translation>
    </message>
    <message>
        <source>Correct the cell</source>
        <translation>更正单元格</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{count} marks have lost their words by this correction.</source>
        <translation>这次更正删去了 {count} 条标注所标的文字。</translation>
    </message>
    <message>
        <source>They are kept with their notes, in the list of marks.</source>
        <translation>这些标注连同批注都还在标注列表里。</translation>
    </message>
    <message>
        <source>{count} places were corrected.</source>
        <translation>已更正 {count} 处。</translation>
    </message>
    <message>
        <source>The document was changed elsewhere. Look, then correct again.</source>
        <translation>文件在别处被改动过。您写的文字还在，请看过现在的正文再按一次回车。</translation>
    </message>
    <message>
        <source>Your correction was not saved; its words are in the clipboard.</source>
        <translation>这次更正没有保存，您写的文字已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Go to the place, correct it again and paste them there.</source>
        <translation>请回到原处再更正一次，把文字粘贴进去。</translation>
    </message>
    <message>
        <source>Taken back in “{title}”: {what}</source>
        <translation>已撤销《{title}》中的一步：{what}</translation>
    </message>
    <message>
        <source>Made again in “{title}”: {what}</source>
        <translation>已重做《{title}》中的一步：{what}</translation>
    </message>
</context>
<context>
    <name>CorrectionBox</name>
    <message>
        <source>Correct words</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The words as they are to read</source>
        <translation>更正后的文字</translation>
    </message>
    <message>
        <source>Places that read the same</source>
        <translation>文字相同的其他各处</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Enter: correct · Esc: leave it</source>
        <translation>回车：更正&#x3000;Esc：不改</translation>
    </message>
    <message>
        <source>Correct the {count} other equal places of this document too</source>
        <translation>本件内相同的另外 {count} 处一并更正</translation>
    </message>
    <message>
        <source>Correct {count} places</source>
        <translation>更正 {count} 处</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Delete the words</source>
        <translation>删去这些文字</translation>
    </message>
</context>
<context>
    <name>CorrectionListDesk</name>
    <message>
        <source>In this document</source>
        <translation>本件的更正</translation>
    </message>
    <message>
        <source>In this issue</source>
        <translation>本期的更正</translation>
    </message>
    <message>
        <source>In the whole library</source>
        <translation>全部更正</translation>
    </message>
</context>
<context>
    <name>CorrectionRows</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What</source>
        <translation>更正了什么</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>更正前 → 更正后</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>No longer fits: {reason}</source>
        <translation>已无处可用：{reason}</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections by hand</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Whose corrections</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>转到原处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Make again</source>
        <translation>重做(&amp;U)</translation>
    </message>
    <message>
        <source>{count} corrections</source>
        <translation>共 {count} 项更正</translation>
    </message>
    <message>
        <source>This library can only be read.</source>
        <translation>这个资料库只能读，不能更正。</translation>
    </message>
    <message>
        <source>Nothing was corrected by hand.</source>
        <translation>还没有手工更正。</translation>
    </message>
</context>
<context>
    <name>DifferenceBar</name>
    <message>
        <source>Where the differences are</source>
        <translation>不同之处的位置</translation>
    </message>
    <message>
        <source>All differences; click to go to one</source>
        <translation>全部不同之处；单击可前往</translation>
    </message>
</context>
<context>
    <name>DueBox</name>
    <message>
        <source>e.g. 6-30, +7</source>
        <translation>如 6-30、+7</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Choose the day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>今天(&amp;T)</translation>
    </message>
    <message>
        <source>To&amp;morrow</source>
        <translation>明天(&amp;M)</translation>
    </message>
    <message>
        <source>In a &amp;week</source>
        <translation>一周后(&amp;W)</translation>
    </message>
    <message>
        <source>In two w&amp;eeks</source>
        <translation>两周后(&amp;E)</translation>
    </message>
    <message>
        <source>In a m&amp;onth</source>
        <translation>一个月后(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;No due day</source>
        <translation>不设期限(&amp;N)</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>{count} days overdue</source>
        <translation>已逾期 {count} 天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>还剩 {count} 天</translation>
    </message>
</context>
<context>
    <name>DueDayDialog</name>
    <message>
        <source>Due day</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>&amp;No due day</source>
        <translation>不设期限(&amp;N)</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Nothing in the library yet</source>
        <translation>资料库里还没有文件</translation>
    </message>
    <message>
        <source>Drop gazette files anywhere on this window, or choose them here.</source>
        <translation>把公报文件拖到本窗口的任意位置，或点下面的按钮选择文件。</translation>
    </message>
    <message>
        <source>Choose a document on the left</source>
        <translation>请在左侧选择一件文件</translation>
    </message>
    <message>
        <source>Or type words into the search box above (Ctrl+K) and press Enter.</source>
        <translation>也可以在上方检索框（Ctrl+K）输入词语后按回车。</translation>
    </message>
    <message>
        <source>Open &amp;library…</source>
        <translation>打开资料库(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>新建资料库(&amp;N)…</translation>
    </message>
    <message>
        <source>Open the &amp;default library</source>
        <translation>打开默认资料库(&amp;D)</translation>
    </message>
    <message>
        <source>No library is open</source>
        <translation>没有打开资料库</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export passages</source>
        <translation>导出摘录</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Word 文档（.docx）</translation>
    </message>
    <message>
        <source>Markdown text (.md)</source>
        <translation>Markdown 文本（.md）</translation>
    </message>
    <message>
        <source>Each passage comes with the title, number, issuer and date of its document.</source>
        <translation>每条摘录都注明文件标题、文号、发文机关和成文日期。</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>范围(&amp;R)</translation>
    </message>
    <message>
        <source>Only passages that are &amp;marked</source>
        <translation>只导出有标注的段落(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Choose f&amp;ile…</source>
        <translation>选择保存位置(&amp;S)…</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Narrow the results</source>
        <translation>缩小检索范围</translation>
    </message>
    <message>
        <source>{count} more…</source>
        <translation>还有 {count} 项…</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Gazette</source>
        <translation>公报</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>FieldsDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Recognised: {words}</source>
        <translation>识别为：{words}</translation>
    </message>
</context>
<context>
    <name>FilesDesk</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was taken in.</source>
        <translation>导入已取消，没有存入任何文件。</translation>
    </message>
    <message>
        <source>There is nothing to export yet.</source>
        <translation>还没有可以导出的内容。</translation>
    </message>
    <message>
        <source>Open a document or search for something first.</source>
        <translation>请先打开一件文件，或先检索。</translation>
    </message>
    <message>
        <source>What the search “{query}” found</source>
        <translation>检索“{query}”的结果</translation>
    </message>
    <message>
        <source>Search: {query}</source>
        <translation>检索：{query}</translation>
    </message>
    <message>
        <source>Marks of this document: {title}</source>
        <translation>本文件的标注：{title}</translation>
    </message>
    <message>
        <source>Marks of this issue: {name}</source>
        <translation>本期的标注：{name}</translation>
    </message>
    <message>
        <source>this issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Excerpts</source>
        <translation>摘录</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Word document (*.docx)</source>
        <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown 文本 (*.md)</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已导出：{path}</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Delete this issue</source>
        <translation>删除本期</translation>
    </message>
    <message>
        <source>Delete “{name}” with {count} documents from the library?</source>
        <translation>要从资料库中删除“{name}”（共 {count} 件文件）吗？</translation>
    </message>
    <message>
        <source>Your marks and notes are kept, with the words they stand on. The file itself is not touched and can be imported again.</source>
        <translation>您的标注和批注会连同原文摘句一起保留。原文件不受影响，可以重新导入。</translation>
    </message>
    <message>
        <source>Open library</source>
        <translation>打开资料库</translation>
    </message>
    <message>
        <source>Libraries (*.antoudb)</source>
        <translation>案头资料库 (*.antoudb)</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>新建资料库</translation>
    </message>
    <message>
        <source>Delete “{name}” from the library?</source>
        <translation>要从资料库中删除“{name}”吗？</translation>
    </message>
    <message>
        <source>The two are one now; marks moved along: {count}</source>
        <translation>已合并为一件，转入标注 {count} 条</translation>
    </message>
    <message>
        <source>Marks whose words are gone: {count}. They are kept in the list of marks.</source>
        <translation>有 {count} 条标注在新文本里找不到原文，已保留在标注列表中。</translation>
    </message>
    <message>
        <source>Documents ({kinds});;All files (*)</source>
        <translation>公报和文件 ({kinds});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>The {count} chosen marks</source>
        <translation>所选的 {count} 条标注</translation>
    </message>
    <message>
        <source>Marks whose place is to be checked: {count}.</source>
        <translation>有 {count} 条标注的位置待核对。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this document</source>
        <translation>在本文件中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Whole &amp;words</source>
        <translation>全词(&amp;W)</translation>
    </message>
    <message>
        <source>Find whole words only, not parts of longer ones</source>
        <translation>只找完整的词，不找更长的词中的一段</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>精确(&amp;X)</translation>
    </message>
    <message>
        <source>Find exactly these characters: blanks, width, case count</source>
        <translation>逐字相符：空白、全半角、大小写都算</translation>
    </message>
</context>
<context>
    <name>FindingsDialog</name>
    <message>
        <source>Worth a look</source>
        <translation>请核对</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Double-click a remark to go there.</source>
        <translation>双击一条提示，转到相应位置。</translation>
    </message>
    <message>
        <source>Nothing was doubtful in this issue.</source>
        <translation>本期没有需要核对的地方。</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>撤回处理(&amp;T)</translation>
    </message>
    <message>
        <source>right as it is</source>
        <translation>原文无误</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>已忽略</translation>
    </message>
</context>
<context>
    <name>FoundDesk</name>
    <message>
        <source>Tag all documents</source>
        <translation>给全部文件加标签</translation>
    </message>
    <message>
        <source>Tags for all {count} documents that were found:</source>
        <translation>给检索到的全部 {count} 件文件加上标签：</translation>
    </message>
    <message>
        <source>Tagged documents: {count}</source>
        <translation>已加标签的文件：{count} 件</translation>
    </message>
    <message>
        <source>All these places are marked already.</source>
        <translation>这些地方已经全部标注过了。</translation>
    </message>
    <message>
        <source>Mark all places</source>
        <translation>标注全部检索结果</translation>
    </message>
    <message>
        <source>Mark {count} places in {documents} documents in this colour: {style}?</source>
        <translation>将标注 {documents} 件文件中的 {count} 处，样式：{style}。是否继续？</translation>
    </message>
    <message>
        <source>It can be taken back as one step.</source>
        <translation>可以一步撤销。</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标注(&amp;M)</translation>
    </message>
    <message>
        <source>Marked places: {count}</source>
        <translation>已标注：{count} 处</translation>
    </message>
    <message>
        <source>All these documents have these tags already.</source>
        <translation>这些文件已经都有这些标签了。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>GazetteNamesDialog</name>
    <message>
        <source>Name of the gazette</source>
        <translation>更正刊名</translation>
    </message>
    <message>
        <source>All {count} issues of “{name}” are to belong to:</source>
        <translation>《{name}》共 {count} 期，都归到下面的刊名：</translation>
    </message>
    <message>
        <source>Gazettes of the library</source>
        <translation>资料库中的刊名</translation>
    </message>
    <message>
        <source>{name} ({count} issues)</source>
        <translation>{name}（{count} 期）</translation>
    </message>
    <message>
        <source>Name that they are to have</source>
        <translation>改用的刊名</translation>
    </message>
    <message>
        <source>&amp;Take this name</source>
        <translation>改用这个刊名(&amp;T)</translation>
    </message>
</context>
<context>
    <name>HeadCard</name>
    <message>
        <source>Single document</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>issued {date}</source>
        <translation>成文日期 {date}</translation>
    </message>
    <message>
        <source>To: {addressees}</source>
        <translation>主送：{addressees}</translation>
    </message>
    <message>
        <source>in force from the day of issue</source>
        <translation>自印发之日起施行</translation>
    </message>
    <message>
        <source>in force from {date}</source>
        <translation>施行日期 {date}</translation>
    </message>
    <message>
        <source>Correct title, number, date… (Ctrl+I)</source>
        <translation>更正标题、文号等…（Ctrl+I）</translation>
    </message>
    <message>
        <source>This library can only be read.</source>
        <translation>这个资料库只能读，不能更正。</translation>
    </message>
</context>
<context>
    <name>HeadDesk</name>
    <message>
        <source>Correct title, number, date…</source>
        <translation>更正标题、文号等…</translation>
    </message>
</context>
<context>
    <name>HeadSigns</name>
    <message>
        <source>Tags of this document</source>
        <translation>本文件的标签</translation>
    </message>
    <message>
        <source>Note on this document</source>
        <translation>批注本文件</translation>
    </message>
    <message>
        <source>Bookmark this document</source>
        <translation>为本文件加书签</translation>
    </message>
    <message>
        <source>Warnings of the recogniser</source>
        <translation>存疑之处</translation>
    </message>
    <message>
        <source>Warnings of the recogniser in this document: {count} (F5)</source>
        <translation>这份文件有 {count} 处存疑（F5）</translation>
    </message>
</context>
<context>
    <name>HeadVersions</name>
    <message>
        <source>Other versions:</source>
        <translation>其他版本：</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Do something with the other versions</source>
        <translation>对其他版本进行操作</translation>
    </message>
    <message>
        <source>Open the version: {name}</source>
        <translation>打开版本：{name}</translation>
    </message>
</context>
<context>
    <name>HitDelegate</name>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Marked words</source>
        <translation>标注原文</translation>
    </message>
    <message>
        <source>No longer in the library, marks: {count}</source>
        <translation>已移出资料库，标注 {count} 条</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Other version: {name}</source>
        <translation>其他版本：{name}</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Double-click a document or a remark to go there.</source>
        <translation>双击文件或提示，转到相应位置。</translation>
    </message>
    <message>
        <source>new: {count}</source>
        <translation>新增 {count} 个</translation>
    </message>
    <message>
        <source>updated: {count}</source>
        <translation>更新 {count} 个</translation>
    </message>
    <message>
        <source>already there: {count}</source>
        <translation>已有 {count} 个</translation>
    </message>
    <message>
        <source>not imported: {count}</source>
        <translation>未导入 {count} 个</translation>
    </message>
    <message>
        <source>of other formats, left out: {count}</source>
        <translation>其他格式未收入 {count} 个</translation>
    </message>
    <message>
        <source>Files of other formats, left out: {count}</source>
        <translation>其他格式的文件，未收入：{count} 个</translation>
    </message>
    <message>
        <source>Files: {count}</source>
        <translation>共 {count} 个文件</translation>
    </message>
    <message>
        <source>{files} ({details})</source>
        <translation>{files}（{details}）</translation>
    </message>
    <message>
        <source>{file}: not imported</source>
        <translation>{file}：未导入</translation>
    </message>
    <message>
        <source>{file}: already in the library, nothing changed</source>
        <translation>{file}：资料库中已有，没有变化</translation>
    </message>
    <message>
        <source>single document</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>{file}: {what}, {counts}</source>
        <translation>{file}：{what}，{counts}</translation>
    </message>
    <message>
        <source>gazette</source>
        <translation>公报</translation>
    </message>
    <message>
        <source>Documents: {count}</source>
        <translation>文件 {count} 件</translation>
    </message>
    <message>
        <source>Worth a look: {count}</source>
        <translation>请核对 {count} 处</translation>
    </message>
    <message>
        <source>Line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
        <source>Marks whose words are gone (kept in the list of marks): {count}</source>
        <translation>原文已改动、无法归位的标注 {count} 条（仍保留在标注列表中）</translation>
    </message>
    <message>
        <source>Perhaps another version of a document that is already here: {count}</source>
        <translation>可能与库中已有文件是不同版本 {count} 件</translation>
    </message>
    <message>
        <source>documents new: {count}</source>
        <translation>新增 {count} 件</translation>
    </message>
    <message>
        <source>documents updated: {count}</source>
        <translation>更新 {count} 件</translation>
    </message>
    <message>
        <source>documents unchanged: {count}</source>
        <translation>未变 {count} 件</translation>
    </message>
    <message>
        <source>left out for their mark of secrecy: {count}</source>
        <translation>带密级未存入 {count} 个</translation>
    </message>
    <message>
        <source>{file}: left out, it bears a mark of secrecy</source>
        <translation>{file}：带有密级标志，未存入</translation>
    </message>
    <message>
        <source>Open the new one</source>
        <translation>打开新导入的一件</translation>
    </message>
    <message>
        <source>Open the one that was here</source>
        <translation>打开库中原有的一件</translation>
    </message>
    <message>
        <source>Classified documents do not belong on an ordinary computer.</source>
        <translation>涉密文件不应存放在非涉密计算机上。</translation>
    </message>
    <message>
        <source>Nothing of it was stored. If it is not classified, or no longer, it can be imported all the same.</source>
        <translation>这份文件没有存入资料库。如果确认不涉密或者已经解密，可以继续导入。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Marks whose place is to be checked: {count}</source>
        <translation>位置待核对的标注 {count} 条</translation>
    </message>
    <message>
        <source>The same document is here from elsewhere, both are linked: {count}</source>
        <translation>库中已有同一文件，已互相关联：{count}</translation>
    </message>
</context>
<context>
    <name>IssueChoiceDialog</name>
    <message>
        <source>Move to another issue</source>
        <translation>移到另一期</translation>
    </message>
    <message>
        <source>“{title}” is to stand behind the others of:</source>
        <translation>把《{title}》移到哪一期？它会排在那一期的最后。</translation>
    </message>
    <message>
        <source>Filter by name, year or number</source>
        <translation>按刊名、年份或期号筛选</translation>
    </message>
    <message>
        <source>Filter the issues</source>
        <translation>筛选各期</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>各期</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
</context>
<context>
    <name>IssueHeadDialog</name>
    <message>
        <source>Correct gazette, year, number…</source>
        <translation>更正刊名、年份、期号…</translation>
    </message>
    <message>
        <source>&amp;Gazette</source>
        <translation>刊名(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>年份(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Number of the issue</source>
        <translation>期号(&amp;N)</translation>
    </message>
    <message>
        <source>Serial n&amp;umber</source>
        <translation>总期号(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Day of publication</source>
        <translation>出版日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Publisher</source>
        <translation>主办单位(&amp;P)</translation>
    </message>
</context>
<context>
    <name>IssuesDesk</name>
    <message>
        <source>Correct the name…</source>
        <translation>更正刊名、合并两种写法…</translation>
    </message>
    <message>
        <source>Correct gazette, year, number…</source>
        <translation>更正刊名、年份、期号…</translation>
    </message>
    <message>
        <source>Corrections of this issue…</source>
        <translation>本期的更正记录…</translation>
    </message>
    <message>
        <source>Make it an issue of a gazette…</source>
        <translation>归入某期公报…</translation>
    </message>
</context>
<context>
    <name>LibraryPanel</name>
    <message>
        <source>Filter by title, number or issuer</source>
        <translation>按标题、文号、发文机关筛选</translation>
    </message>
    <message>
        <source>Filter the library</source>
        <translation>筛选资料库</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>What was doubtful…</source>
        <translation>查看需核对之处…</translation>
    </message>
    <message>
        <source>Delete this issue…</source>
        <translation>删除本期…</translation>
    </message>
    <message>
        <source>Delete this document…</source>
        <translation>删除本文件…</translation>
    </message>
    <message>
        <source>Read beside…</source>
        <translation>对照阅读…</translation>
    </message>
    <message>
        <source>Read the whole issue</source>
        <translation>通读全期</translation>
    </message>
</context>
<context>
    <name>LibraryTreeModel</name>
    <message>
        <source>Recently read</source>
        <translation>最近阅读</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>常用检索</translation>
    </message>
    <message>
        <source>Single documents</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>Gazette without a name</source>
        <translation>未署名的公报</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>年份不详</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第{number}期</translation>
    </message>
    <message>
        <source>No. {number} (serial {serial})</source>
        <translation>第{number}期（总第{serial}期）</translation>
    </message>
    <message>
        <source>File: {name}
Imported: {time}</source>
        <translation>文件：{name}
导入时间：{time}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 件</translation>
    </message>
</context>
<context>
    <name>LinkVersionDialog</name>
    <message>
        <source>Link with another version of this document</source>
        <translation>关联同一文件的其他版本</translation>
    </message>
    <message>
        <source>Documents that may be another version</source>
        <translation>可能是其他版本的文件</translation>
    </message>
    <message>
        <source>&amp;Link as versions</source>
        <translation>互相关联(&amp;L)</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Antou</source>
        <translation>案头</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>资料库</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Library and results</source>
        <translation>资料库与检索</translation>
    </message>
    <message>
        <source>Outline and marks</source>
        <translation>目录与标注</translation>
    </message>
</context>
<context>
    <name>MarkActions</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Due tomorrow</source>
        <translation>明天到期</translation>
    </message>
    <message>
        <source>Due in a week</source>
        <translation>一周后到期</translation>
    </message>
    <message>
        <source>Choose a day…	D</source>
        <translation>选择日期…	D</translation>
    </message>
    <message>
        <source>No due day</source>
        <translation>不设期限</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Done	X</source>
        <translation>已完成	X</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未完成</translation>
    </message>
</context>
<context>
    <name>MarkBinDialog</name>
    <message>
        <source>Bin of deleted marks</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Filter by words, notes, documents</source>
        <translation>按原文、批注、文件筛选</translation>
    </message>
    <message>
        <source>Filter the bin</source>
        <translation>筛选回收站</translation>
    </message>
    <message>
        <source>Deleted marks</source>
        <translation>已删除的标注</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message>
        <source>Restore &amp;all</source>
        <translation>全部恢复(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>彻底删除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Empty the bin…</source>
        <translation>清空回收站(&amp;E)…</translation>
    </message>
    <message>
        <source>{shown} of {total} deleted marks</source>
        <translation>{shown} / {total} 条已删除的标注</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Delete {count} marks with their notes for good?</source>
        <translation>彻底删除 {count} 条标注及其批注？</translation>
    </message>
    <message>
        <source>This cannot be taken back.</source>
        <translation>删除后无法找回。</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
</context>
<context>
    <name>MarkBulkBar</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Tags… (T)</source>
        <translation>标签…（T）</translation>
    </message>
    <message>
        <source>Due, done</source>
        <translation>期限与完成</translation>
    </message>
    <message>
        <source>Copy with citations</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete marks (Del)</source>
        <translation>删除标注（Del）</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>已选 {count} 条</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>Mark</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>写批注…</translation>
    </message>
    <message>
        <source>Make it a task with a due day</source>
        <translation>设为有期限的任务</translation>
    </message>
    <message>
        <source>The mark before, over the same words (Alt+Up)</source>
        <translation>同处的上一个标注（Alt+↑）</translation>
    </message>
    <message>
        <source>The next mark over the same words (Alt+Down)</source>
        <translation>同处的下一个标注（Alt+↓）</translation>
    </message>
    <message>
        <source>Note on the paragraph</source>
        <translation>段落批注</translation>
    </message>
    <message>
        <source>Note on the document</source>
        <translation>文件批注</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmark of the document</source>
        <translation>文件书签</translation>
    </message>
    <message>
        <source>Name of the bookmark…</source>
        <translation>书签名称…</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>第 {at} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>Read the note (F2)</source>
        <translation>阅读批注（F2）</translation>
    </message>
    <message>
        <source>Write (F2)</source>
        <translation>编辑批注（F2）</translation>
    </message>
</context>
<context>
    <name>MarkDelegate</name>
    <message>
        <source>Its words are gone</source>
        <translation>原文已改动，无法归位</translation>
    </message>
    <message>
        <source>Place to be checked</source>
        <translation>位置待核对</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>Overdue: {day}</source>
        <translation>已逾期：{day}</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>期限 {day}</translation>
    </message>
</context>
<context>
    <name>MarkFilterBar</name>
    <message>
        <source>Whose marks</source>
        <translation>标注范围</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>本文件</translation>
    </message>
    <message>
        <source>This issue</source>
        <translation>本期</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>整个资料库</translation>
    </message>
    <message>
        <source>Groups and order</source>
        <translation>分组与排序</translation>
    </message>
    <message>
        <source>Filter by colour, kind, tag, place, day</source>
        <translation>按颜色、类型、标签、出处、日期筛选</translation>
    </message>
    <message>
        <source>Filter by words, notes, tags</source>
        <translation>按原文、批注、标签筛选</translation>
    </message>
    <message>
        <source>Filter the marks</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>{count} marks</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total} 条</translation>
    </message>
</context>
<context>
    <name>MarkFilterForm</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>MarkStyles</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引用</translation>
    </message>
</context>
<context>
    <name>MarkTagsDialog</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of {count} marks</source>
        <translation>{count} 条标注的标签</translation>
    </message>
    <message>
        <source>New tag, then Enter</source>
        <translation>输入新标签后按回车</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Gazette</source>
        <translation>公报</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>Day of marking</source>
        <translation>标注日期</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Single documents</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>Documents that are gone</source>
        <translation>已不在库中的文件</translation>
    </message>
    <message>
        <source>Gazette without a name</source>
        <translation>未署名的公报</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Underlined</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Note on a paragraph</source>
        <translation>段落批注</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有批注</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Without a place</source>
        <translation>未定位</translation>
    </message>
    <message>
        <source>Marked today</source>
        <translation>今天标注</translation>
    </message>
    <message>
        <source>Marked in the last 7 days</source>
        <translation>近7天标注</translation>
    </message>
    <message>
        <source>Marked this month</source>
        <translation>本月标注</translation>
    </message>
    <message>
        <source>Marked from … to …</source>
        <translation>自选标注日期…</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>By document</source>
        <translation>按文件分组</translation>
    </message>
    <message>
        <source>By colour</source>
        <translation>按颜色分组</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>按标签分组</translation>
    </message>
    <message>
        <source>By gazette</source>
        <translation>按公报分组</translation>
    </message>
    <message>
        <source>By issuer</source>
        <translation>按发文机关分组</translation>
    </message>
    <message>
        <source>By day of marking</source>
        <translation>按标注日期分组</translation>
    </message>
    <message>
        <source>By place in the text</source>
        <translation>按原文顺序</translation>
    </message>
    <message>
        <source>Last marked first</source>
        <translation>按标注时间，新的在前</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>按修改时间，新的在前</translation>
    </message>
    <message>
        <source>Next due first</source>
        <translation>按期限，近的在前</translation>
    </message>
</context>
<context>
    <name>MarkingDesk</name>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The marked words are no longer in the document.</source>
        <translation>文件中已找不到这条标注的原文。</translation>
    </message>
    <message>
        <source>The mark is kept with its note: {quote}</source>
        <translation>标注和批注仍然保留：{quote}</translation>
    </message>
    <message>
        <source>The mark was deleted in another window.</source>
        <translation>这条标注已在另一个窗口中删除。</translation>
    </message>
    <message>
        <source>Your note has been kept on a new mark at the same place.</source>
        <translation>您写的批注已另存为同一位置的一条新标注。</translation>
    </message>
    <message>
        <source>Another window wrote on this mark too.</source>
        <translation>另一个窗口也改了这条批注。</translation>
    </message>
    <message>
        <source>Both notes have been kept, one under the other.</source>
        <translation>两边写的都已保留，上下排列，并注明了时间。</translation>
    </message>
    <message>
        <source>The mark was deleted.</source>
        <translation>标注已删除。</translation>
    </message>
    <message>
        <source>{count} marks were deleted.</source>
        <translation>已删除 {count} 条标注。</translation>
    </message>
</context>
<context>
    <name>MarksModel</name>
    <message>
        <source>not placed</source>
        <translation>未归位</translation>
    </message>
    <message>
        <source>note: {note}</source>
        <translation>批注：{note}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>{group}, {count} marks, {state}</source>
        <translation>{group}，{count} 条标注，{state}</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Single documents</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>Documents that are gone</source>
        <translation>已不在库中的文件</translation>
    </message>
    <message>
        <source>Gazette without a name</source>
        <translation>未署名的公报</translation>
    </message>
    <message>
        <source>Issuer not known</source>
        <translation>发文机关不明</translation>
    </message>
    <message>
        <source>Day not known</source>
        <translation>日期不明</translation>
    </message>
    <message>
        <source>note</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>bookmark</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>place to be checked</source>
        <translation>位置待核对</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Select text and choose a colour: the passage is marked at once.</source>
        <translation>选中文字，再点一种颜色，即可标注。</translation>
    </message>
    <message>
        <source>Go to this mark</source>
        <translation>转到这条标注</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No mark fits the filter.</source>
        <translation>没有符合筛选条件的标注。</translation>
    </message>
    <message>
        <source>Open the note	Enter</source>
        <translation>打开批注	Enter</translation>
    </message>
    <message>
        <source>Tags…	T</source>
        <translation>标签…	T</translation>
    </message>
    <message>
        <source>Copy with citation	Ctrl+C</source>
        <translation>复制并注明出处	Ctrl+C</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Select all	Ctrl+A</source>
        <translation>全选	Ctrl+A</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>删除	Del</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>Note</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>NotesDesk</name>
    <message>
        <source>Bookmark set.</source>
        <translation>已加书签。</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>命名</translation>
    </message>
</context>
<context>
    <name>NoticeHeadDialog</name>
    <message>
        <source>Correct title, number, date…</source>
        <translation>更正标题、文号等…</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>Document &amp;number</source>
        <translation>文号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Issuer</source>
        <translation>发文机关(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Date of issue</source>
        <translation>成文日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Addressees</source>
        <translation>主送机关(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;ection</source>
        <translation>栏目(&amp;E)</translation>
    </message>
</context>
<context>
    <name>NoticeTagsDialog</name>
    <message>
        <source>Tags of the document</source>
        <translation>文件标签</translation>
    </message>
</context>
<context>
    <name>NoticesDesk</name>
    <message>
        <source>From this paragraph on another document</source>
        <translation>从这一段起为另一件文件</translation>
    </message>
    <message>
        <source>Merge with the next document</source>
        <translation>与下一件文件合并</translation>
    </message>
    <message>
        <source>Move to another issue…</source>
        <translation>移到另一期…</translation>
    </message>
    <message>
        <source>Open the new one</source>
        <translation>打开新的一件</translation>
    </message>
    <message>
        <source>Two documents were made of “{title}”.</source>
        <translation>《{title}》已拆成两件文件。</translation>
    </message>
    <message>
        <source>Marks and corrections went where their words are.</source>
        <translation>标注和更正都跟着各自的文字走。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{title}” and the document behind it are one.</source>
        <translation>《{title}》已与下一件文件合并。</translation>
    </message>
    <message>
        <source>“{title}” was moved.</source>
        <translation>《{title}》已移到另一期。</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>This document has no headings.</source>
        <translation>本文件没有小标题。</translation>
    </message>
</context>
<context>
    <name>PageMenu</name>
    <message>
        <source>Note on this paragraph</source>
        <translation>批注此段</translation>
    </message>
    <message>
        <source>Bookmark this paragraph</source>
        <translation>为此段加书签或取消</translation>
    </message>
    <message>
        <source>Search the library for these words</source>
        <translation>在资料库中检索这些文字</translation>
    </message>
    <message>
        <source>{style} “{words}”</source>
        <translation>{style}“{words}”</translation>
    </message>
    <message>
        <source>Open the mark</source>
        <translation>打开标注</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标注</translation>
    </message>
</context>
<context>
    <name>PagePictureDesk</name>
    <message>
        <source>This page can&apos;t be shown as a picture.</source>
        <translation>这一页无法显示为图像。</translation>
    </message>
    <message>
        <source>The pages can&apos;t be shown as pictures.</source>
        <translation>页面无法显示为图像。</translation>
    </message>
</context>
<context>
    <name>PagePictureView</name>
    <message>
        <source>The page of the source</source>
        <translation>原文页面</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Text of the document</source>
        <translation>文件正文</translation>
    </message>
    <message>
        <source>Put in by hand; nothing was recognised here.</source>
        <translation>手工增补，识别结果中没有这些字。</translation>
    </message>
    <message>
        <source>Corrected by hand. Recognised: {words}</source>
        <translation>手工更正，识别为：{words}</translation>
    </message>
</context>
<context>
    <name>ParagraphsDesk</name>
    <message>
        <source>Correct the words…</source>
        <translation>更正文字…</translation>
    </message>
    <message>
        <source>Correct the cell…</source>
        <translation>更正单元格…</translation>
    </message>
    <message>
        <source>Correct the paragraph…</source>
        <translation>更正这一段…</translation>
    </message>
    <message>
        <source>Paragraph</source>
        <translation>段落</translation>
    </message>
    <message>
        <source>Join with the next table</source>
        <translation>与下一个表格合并</translation>
    </message>
    <message>
        <source>Other kinds</source>
        <translation>其他类型</translation>
    </message>
    <message>
        <source>Join with the next paragraph</source>
        <translation>与下一段合并</translation>
    </message>
    <message>
        <source>Cut before “{words}”</source>
        <translation>从“{words}”前面拆开</translation>
    </message>
    <message>
        <source>Heading, level 1</source>
        <translation>一级标题</translation>
    </message>
    <message>
        <source>Heading, level 2</source>
        <translation>二级标题</translation>
    </message>
    <message>
        <source>Heading, level 3</source>
        <translation>三级标题</translation>
    </message>
</context>
<context>
    <name>PlaceBar</name>
    <message>
        <source>Where the marks and hits are</source>
        <translation>标注与命中的位置</translation>
    </message>
    <message>
        <source>Marks: {count}</source>
        <translation>标注：{count}</translation>
    </message>
    <message>
        <source>Hits: {count}</source>
        <translation>命中：{count}</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>护眼</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Stands beside your marks and notes</source>
        <translation>显示在您的标注和批注旁</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>语言在下次启动后生效。</translation>
    </message>
    <message>
        <source>FangSong</source>
        <translation>仿宋</translation>
    </message>
    <message>
        <source>SongTi</source>
        <translation>宋体</translation>
    </message>
    <message>
        <source>KaiTi</source>
        <translation>楷体</translation>
    </message>
    <message>
        <source>HeiTi</source>
        <translation>黑体</translation>
    </message>
    <message>
        <source>{face} (not installed, a similar one is shown)</source>
        <translation>{face}（本机未安装，以近似字体代替）</translation>
    </message>
    <message>
        <source>As wide as the window</source>
        <translation>随窗口宽度</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 字</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Typeface</source>
        <translation>正文字体(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Line</source>
        <translation>每行字数(&amp;L)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言 / Language(&amp;G)</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>您的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Line s&amp;pacing</source>
        <translation>行距(&amp;J)</translation>
    </message>
    <message>
        <source>{times} times the size</source>
        <translation>{times} 倍字高</translation>
    </message>
    <message>
        <source>{choice}, as official documents have it</source>
        <translation>{choice}（公文格式）</translation>
    </message>
    <message>
        <source>《Title》 (number), issue, page</source>
        <translation>《标题》（文号），期号，页码</translation>
    </message>
    <message>
        <source>Citati&amp;ons</source>
        <translation>引用格式(&amp;O)</translation>
    </message>
    <message>
        <source>Show which words were corrected by &amp;hand</source>
        <translation>在正文中标出手工更正过的文字(&amp;H)</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>ProofreadingDesk</name>
    <message>
        <source>The source of this document was not kept.</source>
        <translation>没有保存这份文件的原文。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>确定(&amp;O)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>How to search</source>
        <translation>检索方法</translation>
    </message>
    <message>
        <source>Put in: {example}</source>
        <translation>填入：{example}</translation>
    </message>
    <message>
        <source>both words, where a word starts or ends</source>
        <translation>两个词都有，按词查找</translation>
    </message>
    <message>
        <source>exactly these characters, wherever they stand</source>
        <translation>逐字查找，一处不漏</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>有其中之一</translation>
    </message>
    <message>
        <source>one without the other</source>
        <translation>有前者，没有后者</translation>
    </message>
    <message>
        <source>brackets put together</source>
        <translation>用括号组合</translation>
    </message>
    <message>
        <source>* some characters, ? exactly one</source>
        <translation>* 代表若干字，? 代表一个字</translation>
    </message>
    <message>
        <source>in one sentence; 10 characters apart</source>
        <translation>在同一句里；相隔不超过 10 个字</translation>
    </message>
    <message>
        <source>in one paragraph, in one article</source>
        <translation>在同一段里；在同一条里</translation>
    </message>
    <message>
        <source>in the title; issued by</source>
        <translation>标题里的词；发文机关</translation>
    </message>
    <message>
        <source>document number; addressed to</source>
        <translation>文号；主送机关</translation>
    </message>
    <message>
        <source>section and genre</source>
        <translation>栏目和文件种类</translation>
    </message>
    <message>
        <source>date of issue, from and to</source>
        <translation>成文日期，写起止也可以</translation>
    </message>
    <message>
        <source>year and issue of the gazette</source>
        <translation>年份和公报期号</translation>
    </message>
    <message>
        <source>your tags; any tag</source>
        <translation>自己加的标签；任何标签</translation>
    </message>
    <message>
        <source>your notes; marked yellow</source>
        <translation>自己写的批注；黄色标注</translation>
    </message>
</context>
<context>
    <name>ReadingAgainDesk</name>
    <message>
        <source>{count} issues were read by an older version of the program.</source>
        <translation>有 {count} 期由旧版程序识别。</translation>
    </message>
    <message>
        <source>Read again, more of them may be recognised; marks and corrections stay.</source>
        <translation>重新识别后可能识别得更准；标注和更正都会保留。</translation>
    </message>
    <message>
        <source>See what would change…</source>
        <translation>查看会有哪些变化…</translation>
    </message>
    <message>
        <source>Read the source again…</source>
        <translation>重新识别…</translation>
    </message>
    <message>
        <source>Read this document&apos;s source again…</source>
        <translation>重新识别本文件…</translation>
    </message>
    <message>
        <source>All issues were read by the current recogniser.</source>
        <translation>所有各期都已由现在的识别程序识别过。</translation>
    </message>
    <message>
        <source>A single issue can be read again by its menu in the tree.</source>
        <translation>如要重新识别某一期，请在目录树中右击该期。</translation>
    </message>
    <message>
        <source>Issues read again: {issues}, documents changed: {count}.</source>
        <translation>已重新识别 {issues} 期，{count} 件文件有变化。</translation>
    </message>
    <message>
        <source>Marks that want a look: {count}</source>
        <translation>有 {count} 条标注需要核对</translation>
    </message>
    <message>
        <source>Check marks</source>
        <translation>核对标注</translation>
    </message>
    <message>
        <source>All marks stand on their words.</source>
        <translation>所有标注都在原来的文字上。</translation>
    </message>
    <message>
        <source> Corrections by hand that fit no more: {count}.</source>
        <translation>有 {count} 处手工更正不再适用，已列入更正记录。</translation>
    </message>
</context>
<context>
    <name>ReadingAgainDialog</name>
    <message>
        <source>Read sources again</source>
        <translation>重新识别来源</translation>
    </message>
    <message>
        <source>Choose a document on the left to see its text before and after.</source>
        <translation>在左侧选择一件文件，对照查看识别前后的文字。</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>会有的变化</translation>
    </message>
    <message>
        <source>Marks, notes and corrections by hand stay; what is not sure is listed.</source>
        <translation>标注、批注和手工更正都会保留；拿不准的会逐条列出。</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>重新识别(&amp;R)</translation>
    </message>
    <message>
        <source>{name} ({lines} lines, imported {day})</source>
        <translation>{name}（{lines} 行，{day} 导入）</translation>
    </message>
    <message>
        <source>{source}, in use</source>
        <translation>{source}，正在使用</translation>
    </message>
    <message>
        <source>{name}: {count}</source>
        <translation>{name}：{count} 件</translation>
    </message>
    <message>
        <source>New: {title}</source>
        <translation>新增：{title}</translation>
    </message>
    <message>
        <source>Part of another now: {title}</source>
        <translation>并入其他文件：{title}</translation>
    </message>
    <message>
        <source>Words of the text change</source>
        <translation>正文文字有变化</translation>
    </message>
    <message>
        <source>Paragraphs are divided otherwise</source>
        <translation>段落划分有变化</translation>
    </message>
    <message>
        <source>Marks to be checked: {to_check}, without a place: {unplaced}</source>
        <translation>标注：{to_check} 条需核对，{unplaced} 条将没有位置</translation>
    </message>
    <message>
        <source>{field}: {after} (found)</source>
        <translation>{field}：{after}（新识别出）</translation>
    </message>
    <message>
        <source>{field}: {before} (no longer found)</source>
        <translation>{field}：{before}（不再识别出）</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
    <message>
        <source>Reading {done} of {total}…</source>
        <translation>正在识别：{done}/{total}…</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有变化。</translation>
    </message>
    <message>
        <source>Documents that would change: {count}</source>
        <translation>会有变化的文件：{count} 件</translation>
    </message>
    <message>
        <source>{field} +{count}</source>
        <translation>{field} +{count}</translation>
    </message>
    <message>
        <source>{field} −{count}</source>
        <translation>{field} −{count}</translation>
    </message>
    <message>
        <source>{field} changed {count}</source>
        <translation>{field}改变 {count}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Corrections by hand that would not fit any more: {count}</source>
        <translation>手工更正：{count} 处将不再适用</translation>
    </message>
    <message>
        <source>Not in this source: {title}</source>
        <translation>这份来源中没有：{title}</translation>
    </message>
</context>
<context>
    <name>ResultBar</name>
    <message>
        <source>Order of the results</source>
        <translation>结果的排列顺序</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>按相关</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按文号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>保存此检索</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export what was found</source>
        <translation>导出检索结果</translation>
    </message>
    <message>
        <source>Narrow by year, issuer, section and more</source>
        <translation>按年份、发文机关、栏目等缩小范围</translation>
    </message>
    <message>
        <source>Do something with all that was found</source>
        <translation>对全部检索结果进行操作</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>&amp;Tag all documents…</source>
        <translation>给全部文件加标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Mark all places</source>
        <translation>标注全部检索结果(&amp;M)</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Search results</source>
        <translation>检索结果</translation>
    </message>
    <message>
        <source>Nothing was found. Words without quotation marks are found where a word starts or ends; put them in quotation marks to find exactly these characters.</source>
        <translation>没有找到。不加引号时按词查找；想找一字不差的原文，请加上引号，如“煤矿智能化”。</translation>
    </message>
    <message>
        <source>Type words into the search box above and press Enter.</source>
        <translation>在上方检索框输入词语，按回车检索。</translation>
    </message>
    <message>
        <source>{hits} places in {notices} documents</source>
        <translation>{hits} 处，{notices} 件</translation>
    </message>
    <message>
        <source>{count} documents are not indexed yet; they may be missing here.</source>
        <translation>还有 {count} 件文件正在编入索引，可能暂未列出。</translation>
    </message>
    <message>
        <source>Show more ({count} documents left)</source>
        <translation>显示更多（还有 {count} 件）</translation>
    </message>
    <message>
        <source>At least {hits} places in {notices} documents</source>
        <translation>至少 {hits} 处，{notices} 件</translation>
    </message>
    <message>
        <source>Did you mean: {queries}</source>
        <translation>您是不是要找：{queries}</translation>
    </message>
</context>
<context>
    <name>SavedSearchDesk</name>
    <message>
        <source>Save this search</source>
        <translation>存为常用检索</translation>
    </message>
    <message>
        <source>The search “{name}” now stands in the tree.</source>
        <translation>“{name}”已存入左侧的常用检索。</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Rename this group</source>
        <translation>重命名分组</translation>
    </message>
    <message>
        <source>Change this search</source>
        <translation>修改常用检索</translation>
    </message>
    <message>
        <source>The group “{name}” and its searches were deleted.</source>
        <translation>分组“{name}”及其中的常用检索已删除。</translation>
    </message>
    <message>
        <source>The search “{name}” was deleted.</source>
        <translation>常用检索“{name}”已删除。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建分组</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建分组…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Dissolve the group</source>
        <translation>解散分组</translation>
    </message>
    <message>
        <source>Delete the group and its searches</source>
        <translation>删除分组及其中的检索</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Move to group</source>
        <translation>移到分组</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
</context>
<context>
    <name>SavedSearchDialog</name>
    <message>
        <source>By number</source>
        <translation>按文号</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>检索式(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>分组(&amp;G)</translation>
    </message>
    <message>
        <source>Best first</source>
        <translation>按相关</translation>
    </message>
    <message>
        <source>Latest first</source>
        <translation>按日期</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search the library</source>
        <translation>检索资料库</translation>
    </message>
    <message>
        <source>Search the library: words, or “exact characters” in quotation marks</source>
        <translation>检索资料库：输入词语，或给原文加“引号”</translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>检索方法</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>There is no further hit.</source>
        <translation>没有更多了。</translation>
    </message>
</context>
<context>
    <name>SearchFilesDesk</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export all…</source>
        <translation>全部导出…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>常用检索</translation>
    </message>
    <message>
        <source>Export saved searches</source>
        <translation>导出常用检索</translation>
    </message>
    <message>
        <source>Written to {path}</source>
        <translation>已写入 {path}</translation>
    </message>
    <message>
        <source>Saved searches (*{suffix});;All files (*)</source>
        <translation>常用检索 (*{suffix});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import saved searches</source>
        <translation>导入常用检索</translation>
    </message>
    <message>
        <source>{count} saved searches were taken in.</source>
        <translation>已导入或更新 {count} 条常用检索。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>SearchImportDialog</name>
    <message>
        <source>Import saved searches</source>
        <translation>导入常用检索</translation>
    </message>
    <message>
        <source>Saved searches in “{name}”:</source>
        <translation>“{name}”里的常用检索：</translation>
    </message>
    <message>
        <source>Saved searches in the file</source>
        <translation>文件里的常用检索</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>检索式</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>资料库里</translation>
    </message>
    <message>
        <source>Of the same name: keep &amp;both</source>
        <translation>同名的两条都留(&amp;B)</translation>
    </message>
    <message>
        <source>Of the same name: &amp;replace mine</source>
        <translation>同名的替换我的(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>new</source>
        <translation>没有，新增</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>已有，不导入</translation>
    </message>
    <message>
        <source>another of this name</source>
        <translation>有同名的</translation>
    </message>
</context>
<context>
    <name>SearchPopup</name>
    <message>
        <source>How the query may go on</source>
        <translation>检索词提示</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>issuer</source>
        <translation>发文机关</translation>
    </message>
    <message>
        <source>number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>genre</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>gazette</source>
        <translation>公报</translation>
    </message>
    <message>
        <source>searched before</source>
        <translation>最近检索</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selection</source>
        <translation>选中的文字</translation>
    </message>
    <message>
        <source>Mark and write a note</source>
        <translation>标注并写批注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并注明出处</translation>
    </message>
    <message>
        <source>Correct the words</source>
        <translation>更正文字</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>While reading</source>
        <translation>阅读时</translation>
    </message>
    <message>
        <source>A page on, a page back</source>
        <translation>向下一屏、向上一屏</translation>
    </message>
    <message>
        <source>Space, Shift+Space</source>
        <translation>空格、Shift+空格</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Ctrl and the wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Close a card, a bar</source>
        <translation>关闭批注框、查找栏</translation>
    </message>
    <message>
        <source>Finish a note</source>
        <translation>写完批注</translation>
    </message>
    <message>
        <source>In the list of marks</source>
        <translation>在标注栏里</translation>
    </message>
    <message>
        <source>Go there, open the note</source>
        <translation>转到原文、打开批注</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>换颜色</translation>
    </message>
    <message>
        <source>Tags, due day, tick off</source>
        <translation>标签、期限、勾选</translation>
    </message>
    <message>
        <source>Delete the chosen marks</source>
        <translation>删除选中的标注</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>In the saved searches of the tree</source>
        <translation>在目录树的常用检索里</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>检索</translation>
    </message>
    <message>
        <source>Change or rename</source>
        <translation>修改、重命名</translation>
    </message>
    <message>
        <source>Move up, move down</source>
        <translation>上移、下移</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up, Ctrl+Shift+Down</source>
        <translation>Ctrl+Shift+上方向键、Ctrl+Shift+下方向键</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SourceLinesView</name>
    <message>
        <source>Lines of the source</source>
        <translation>原文各行</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Previous paragraph</source>
        <translation>上一段</translation>
    </message>
    <message>
        <source>Next paragraph</source>
        <translation>下一段</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>文字行</translation>
    </message>
    <message>
        <source>Show the lines, not the page</source>
        <translation>显示文字行，不显示页面</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>SourceWords</name>
    <message>
        <source>page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>running head</source>
        <translation>页眉</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>registration number</source>
        <translation>登记号</translation>
    </message>
    <message>
        <source>field of the web page</source>
        <translation>网页字段</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>part of the web page</source>
        <translation>网页其他内容</translation>
    </message>
    <message>
        <source>imprint</source>
        <translation>版权页</translation>
    </message>
    <message>
        <source>section</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>watermark</source>
        <translation>水印</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未收入正文</translation>
    </message>
    <message>
        <source>printed twice: {text}</source>
        <translation>重复印刷：{text}</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>接上文</translation>
    </message>
</context>
<context>
    <name>SpellingsDesk</name>
    <message>
        <source>Words spelt two ways…</source>
        <translation>写法不一的词语…</translation>
    </message>
    <message>
        <source>Spelt two ways: {often} ({count} times), {seldom} ({few})</source>
        <translation>写法不一：{often} {count} 处、{seldom} {few} 处</translation>
    </message>
    <message>
        <source>{count} words of the new issue want a look.</source>
        <translation>新导入的一期里共有 {count} 个词语可能识别有误。</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>看一看…</translation>
    </message>
    <message>
        <source>No word of this issue is spelt two ways.</source>
        <translation>这一期没有发现写法不一的词语。</translation>
    </message>
</context>
<context>
    <name>SpellingsDialog</name>
    <message>
        <source>Two spellings: {issue}</source>
        <translation>写法不一：{issue}</translation>
    </message>
    <message>
        <source>Each of these words stands often one way and seldom another. Tick the places that are misread; nothing is changed before you say so.</source>
        <translation>下面的词语多数地方是一种写法，个别地方是另一种。请勾选确属识别错误的地方；您点“更正”之前不会改动任何文字。</translation>
    </message>
    <message>
        <source>Words and their places</source>
        <translation>词语和所在各处</translation>
    </message>
    <message>
        <source>&amp;Go there</source>
        <translation>转到原处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Correct what is ticked</source>
        <translation>更正勾选的各处(&amp;C)</translation>
    </message>
    <message>
        <source>{often} ({count} times), {seldom} ({few})</source>
        <translation>{often} {count} 处、{seldom} {few} 处</translation>
    </message>
    <message>
        <source>Nothing more is spelt two ways.</source>
        <translation>没有别的写法不一的词语了。</translation>
    </message>
</context>
<context>
    <name>StyleNamesDialog</name>
    <message>
        <source>Names of the colours</source>
        <translation>标注颜色的名称</translation>
    </message>
    <message>
        <source>What each colour stands for, in this library.</source>
        <translation>各颜色在本资料库中的含义。</translation>
    </message>
</context>
<context>
    <name>TagBox</name>
    <message>
        <source>Add a tag</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>Take the tag {tag} off</source>
        <translation>移除标签“{tag}”</translation>
    </message>
    <message>
        <source>Take this tag off</source>
        <translation>移除此标签</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>Manage tags</source>
        <translation>管理标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New name of the selected tags</source>
        <translation>所选标签的新名称</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Show marks</source>
        <translation>查看标注(&amp;S)</translation>
    </message>
    <message>
        <source>Several selected tags are merged into one.</source>
        <translation>选中多个标签时合并为一个。</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>合并(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>Single document</source>
        <translation>单篇文件</translation>
    </message>
    <message>
        <source>gazette</source>
        <translation>公报</translation>
    </message>
    <message>
        <source>{printed} (main version)</source>
        <translation>{printed}（主版本）</translation>
    </message>
    <message>
        <source>{count} other versions</source>
        <translation>另有 {count} 个版本</translation>
    </message>
</context>
<context>
    <name>VersionsDesk</name>
    <message>
        <source>Other versions</source>
        <translation>其他版本</translation>
    </message>
    <message>
        <source>Open: {name}</source>
        <translation>打开：{name}</translation>
    </message>
    <message>
        <source>Compare with: {name}</source>
        <translation>对照：{name}</translation>
    </message>
    <message>
        <source>Link with another version…</source>
        <translation>与其他版本关联…</translation>
    </message>
    <message>
        <source>Make this the main version</source>
        <translation>设为主版本</translation>
    </message>
    <message>
        <source>Move its marks to the main version</source>
        <translation>把标注转到主版本</translation>
    </message>
    <message>
        <source>Not the same document: unlink</source>
        <translation>不是同一文件，取消关联</translation>
    </message>
    <message>
        <source>Linked as versions of one document.</source>
        <translation>已互相关联为同一文件的不同版本。</translation>
    </message>
    <message>
        <source>A search counts them once and shows the main version.</source>
        <translation>检索时只算一份，显示主版本。</translation>
    </message>
    <message>
        <source>Unlinked, and not to be linked again by itself: {title}</source>
        <translation>已取消关联，不再自动关联：{title}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Marks moved to the main version: {count}</source>
        <translation>已转到主版本的标注：{count} 条</translation>
    </message>
    <message>
        <source>Marks whose place is to be checked: {count}.</source>
        <translation>位置待核对的标注：{count} 条。</translation>
    </message>
    <message>
        <source>Marks whose words the main version lacks stay here: {count}.</source>
        <translation>主版本里没有这些文字、仍留在原处的标注：{count} 条。</translation>
    </message>
    <message>
        <source>Both are kept and linked.</source>
        <translation>已都保留并互相关联。</translation>
    </message>
    <message>
        <source>Both are kept.</source>
        <translation>已都保留。</translation>
    </message>
</context>
<context>
    <name>WarningBar</name>
    <message>
        <source>Warnings of the recogniser</source>
        <translation>存疑之处</translation>
    </message>
    <message>
        <source>Previous (P)</source>
        <translation>上一处 (P)</translation>
    </message>
    <message>
        <source>Next (N)</source>
        <translation>下一处 (N)</translation>
    </message>
    <message>
        <source>All of them (L)</source>
        <translation>全部列出 (L)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Right as it is (A)</source>
        <translation>原文无误 (A)</translation>
    </message>
    <message>
        <source>Ignore (I)</source>
        <translation>忽略 (I)</translation>
    </message>
    <message>
        <source>Correct (C)</source>
        <translation>更正 (C)</translation>
    </message>
    <message>
        <source>Take back (Z)</source>
        <translation>撤回处理 (Z)</translation>
    </message>
</context>
<context>
    <name>WarningsDesk</name>
    <message>
        <source>Nothing was doubtful in this issue.</source>
        <translation>这一期没有存疑之处。</translation>
    </message>
    <message>
        <source>Line {line}</source>
        <translation>原文第 {line} 行</translation>
    </message>
    <message>
        <source>All warnings of this issue have been looked at.</source>
        <translation>这一期的存疑之处都已处理。</translation>
    </message>
</context>
<context>
    <name>WelcomeCard</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用案头</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>跳过(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始使用(&amp;N)</translation>
    </message>
</context>
<context>
    <name>WelcomeDesk</name>
    <message>
        <source>1. Read</source>
        <translation>第一步&#x3000;读</translation>
    </message>
    <message>
        <source>On the left stands your library: gazette, year, issue, document. A click opens a document; its outline is on the right. The sample is an invented city&apos;s: take your own gazettes in with Ctrl+O, or drop them on this window.</source>
        <translation>左边是资料库：公报、年、期、文件，点一下就打开；右边是目录。现有的示例公报出自一座虚构的城市。导入自己的公报：按 Ctrl+O，或把文件拖进窗口。</translation>
    </message>
    <message>
        <source>2. Mark</source>
        <translation>第二步&#x3000;标</translation>
    </message>
    <message>
        <source>Select text and choose a colour: the passage is marked and saved at once. Write a note, add tags, set a day. Ctrl+Z takes back whatever you did.</source>
        <translation>选中一段文字，点一种颜色，就标好并存好了。可以写批注、加标签、定期限。做错了按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <source>3. Find</source>
        <translation>第三步&#x3000;找</translation>
    </message>
    <message>
        <source>Search all documents here (Ctrl+K). In quotes, every place with exactly these characters is found; without, whole words. F1 lists all keys.</source>
        <translation>在这里检索全库（Ctrl+K）。加引号逐字检索，一处不漏；不加引号按词检索。按 F1 查看全部快捷键。</translation>
    </message>
</context>
<context>
    <name>_Chips</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Filter no longer by {name}</source>
        <translation>取消筛选条件：{name}</translation>
    </message>
    <message>
        <source>Clear all (Esc)</source>
        <translation>全部清除（Esc）</translation>
    </message>
</context>
</TS>
