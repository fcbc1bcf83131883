"""Our own reference document, made from parts as text: styles and pages without any content."""
